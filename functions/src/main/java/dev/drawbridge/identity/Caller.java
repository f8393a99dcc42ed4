package dev.drawbridge.identity;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who calls, as AWS or an issuer vouches for it.
 *
 * @param identity who it is
 * @param account the account that signed the call; empty for a person who signed in
 * @param memberships the role that the caller has taken, as an ARN of partition aws, or the
 *     issuer's groups, as {@code group:NAME}: what an installation's lists name
 */
public record Caller(Identity identity, String account, Set<String> memberships) {
  /** What a group of the issuer begins with. */
  static final String GROUP = "group:";

  /** Keeps a copy. */
  public Caller {
    memberships = Set.copyOf(memberships);
  }

  /**
   * The caller of a signed call.
   *
   * @param provider the provider's account
   */
  public static Caller signed(String arn, String account, String provider) {
    Optional<CallerArn> parsed = CallerArn.parse(arn);
    boolean listed =
        parsed.isPresent() && !parsed.get().root() && !parsed.get().nameIsOfCallersChoice();
    return new Caller(
        Identity.ofIam(arn, provider),
        account,
        listed ? Set.of(parsed.get().membership()) : Set.of());
  }

  /** A person who signed in with an issuer that the installation trusts. */
  public static Caller signedIn(Identity identity, Set<String> groups) {
    Set<String> memberships = new HashSet<>();
    groups.forEach(group -> memberships.add(GROUP + group));
    return new Caller(identity, "", memberships);
  }
}
