package dev.drawbridge.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of who may do something: role ARNs, and groups of the issuer as {@code group:NAME}.
 *
 * @param names canonical
 */
public record Members(Set<String> names) {
  /** AWS's rule for a role's name: a pattern would look like a list and admit nobody. */
  private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");

  /** What makes a list that is too short long enough, for people. */
  public static final String LONGER =
      "more roles of one account, a permission set of the provider's own account or a group";

  /** Keeps a copy, in order. */
  public Members {
    names = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /**
   * Reads a list that is separated by spaces or commas.
   *
   * @param account whose role {@code role/NAME} without an account is
   * @throws IllegalArgumentException naming an entry that is neither a role nor a group
   */
  public static Members parse(String text, String account) {
    Set<String> names = new LinkedHashSet<>();
    for (String entry : List.of(text.strip().split("[\\s,]+"))) {
      if (!entry.isEmpty()) {
        names.add(canonical(entry, account));
      }
    }
    return new Members(names);
  }

  /** Whether the list names a caller. */
  public boolean admit(Caller caller) {
    return caller.memberships().stream().anyMatch(names::contains);
  }

  /**
   * Whether it certainly stands for fewer people. Everybody who assumes a role counts as one, and
   * roles of different accounts cannot be told apart. A group stands for any number, as does a
   * permission set where session names say who somebody is: in the provider's own account.
   *
   * @param provider the provider's account; null where nobody knows it yet: each account may be it
   */
  public boolean fewerThan(int people, @Nullable String provider) {
    return names.stream().allMatch(name -> isOne(name, provider)) && mostRoles(provider) < people;
  }

  /** Why it is too short, and what to do. */
  public String tooFew(@Nullable String provider) {
    long most = mostRoles(provider);
    return "approvers name only %s, and everybody who assumes a role counts as one person; name %s"
        .formatted(
            (most == 1 ? "one role" : most + " roles")
                + (most < names.size() ? " of any one account" : ""),
            LONGER);
  }

  private static boolean isOne(String name, @Nullable String provider) {
    return CallerArn.parse(name)
        .filter(
            role ->
                !role.ofIdentityCenter() || (provider != null && !role.account().equals(provider)))
        .isPresent();
  }

  /** How many roles the account has that has most of them, or may have. */
  private long mostRoles(@Nullable String provider) {
    return names.stream()
        .flatMap(name -> CallerArn.parse(name).stream())
        .map(role -> provider == null ? "" : role.account())
        .collect(Collectors.groupingBy(account -> account, Collectors.counting()))
        .values()
        .stream()
        .max(Long::compare)
        .orElse(0L);
  }

  /** The groups of the issuer that the list names, as the issuer calls them. */
  public Stream<String> groups() {
    return names.stream()
        .filter(name -> name.startsWith(Caller.GROUP))
        .map(name -> name.substring(Caller.GROUP.length()));
  }

  private static String canonical(String entry, String account) {
    if (entry.startsWith(Caller.GROUP) && entry.length() > Caller.GROUP.length()) {
      return entry;
    }
    String arn = entry.startsWith("role/") ? "arn:aws:iam::" + account + ":" + entry : entry;
    return CallerArn.parse(arn)
        .filter(parsed -> parsed.type().equals("role") && ROLE.matcher(parsed.name()).matches())
        .map(CallerArn::membership)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is neither a role's ARN nor role/NAME nor group:NAME".formatted(entry)));
  }
}
