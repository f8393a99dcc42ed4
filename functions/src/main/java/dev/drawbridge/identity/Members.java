package dev.drawbridge.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list of who may do something: role ARNs, and groups of the issuer as {@code group:NAME}.
 *
 * @param names canonical
 */
public record Members(Set<String> names) {
  /** AWS's rule for a role's name: a pattern would look like a list and admit nobody. */
  private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");

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
   * Whether it certainly stands for fewer people. A group and a permission set stand for any
   * number; everybody who assumes another role counts as one.
   */
  public boolean fewerThan(int people) {
    return names.size() < people
        && names.stream()
            .allMatch(
                name -> CallerArn.parse(name).filter(role -> !role.ofIdentityCenter()).isPresent());
  }

  /** Why it is too short, and what to do. */
  public String tooFew() {
    return "approvers name only %s, and everybody who assumes a role counts as one person; name more roles, a permission set of IAM Identity Center or a group"
        .formatted(names.size() == 1 ? "one role" : names.size() + " roles");
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
