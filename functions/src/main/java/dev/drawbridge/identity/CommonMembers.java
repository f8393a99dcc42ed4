package dev.drawbridge.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is in each of some lists, as far as the lists tell. A signed call comes with a role and a
 * sign-in with groups, never with both ({@link Caller}).
 *
 * @param uncounted whether a group or a permission set may stand for any number of them
 * @param roles all others
 */
public record CommonMembers(boolean uncounted, List<Identity> roles) {
  /** Keeps a copy. */
  public CommonMembers {
    roles = List.copyOf(roles);
  }

  /**
   * Of these lists.
   *
   * @param partition of the callers: lists name none
   * @param provider the provider's account
   */
  public static CommonMembers of(List<Members> lists, String partition, String provider) {
    List<CallerArn> common =
        common(lists).stream().flatMap(name -> CallerArn.parse(name).stream()).toList();
    boolean signIns = lists.stream().allMatch(list -> list.groups().findAny().isPresent());
    boolean sessions =
        common.stream()
            .anyMatch(role -> role.ofIdentityCenter() && role.account().equals(provider));
    return new CommonMembers(
        signIns || sessions,
        common.stream()
            .map(role -> Identity.ofIam(role.in(partition).canonical(), provider))
            .toList());
  }

  /**
   * How many people they can be at most who are certainly others than those who asked; as {@link
   * Persons} counts their yeses. Empty if nobody can say.
   *
   * @param requesters who asked; nobody stands for somebody unknown
   */
  public OptionalInt most(List<Identity> requesters) {
    if (uncounted) {
      return OptionalInt.empty();
    }
    List<Identity> asked = requesters.isEmpty() ? List.of(Identity.UNKNOWN) : requesters;
    // Roles of one account can be told from each other, and those of two cannot.
    int most =
        roles.stream()
            .filter(
                role -> asked.stream().noneMatch(who -> Likeness.of(role, who) == Likeness.SAME))
            .collect(Collectors.groupingBy(Identity::issuer))
            .values()
            .stream()
            .mapToInt(account -> account.size() - (Doubt.isAbout(account, asked) ? 1 : 0))
            .max()
            .orElse(0);
    return OptionalInt.of(most);
  }

  private static Set<String> common(List<Members> lists) {
    Set<String> common = new LinkedHashSet<>();
    lists.stream().limit(1).forEach(first -> common.addAll(first.names()));
    lists.forEach(list -> common.retainAll(list.names()));
    return common;
  }
}
