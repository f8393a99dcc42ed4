package dev.drawbridge.identity;

import java.util.List;

/** Whether those who answer cannot be told from those who asked, which costs one more yes. */
public final class Doubt {
  private static final String SOMEBODY = "somebody@example.invalid";
  private static final String ISSUER = "https://issuer.example.invalid";

  private Doubt() {}

  /**
   * Whether it is so whoever answers, which can be said before anybody has.
   *
   * @param requesters who asked; nobody stands for somebody unknown
   * @param asked whoever may answer is in each of these lists
   * @param provider the provider's account
   */
  public static boolean isCertain(List<Identity> requesters, List<Members> asked, String provider) {
    return requesters.isEmpty()
        || requesters.stream().anyMatch(who -> isStranger(who, asked, provider));
  }

  /**
   * Whether it is so for one of those who have said yes.
   *
   * @param others who have, none of whom asked
   */
  public static boolean isAbout(List<Identity> others, List<Identity> requesters) {
    return others.stream()
        .anyMatch(
            one ->
                requesters.stream()
                    .anyMatch(who -> Likeness.of(one, who) == Likeness.INCOMPARABLE));
  }

  /** Whoever answers is in each list, so one that names nobody comparable is enough. */
  private static boolean isStranger(Identity who, List<Members> asked, String provider) {
    return !who.known()
        || asked.stream()
            .anyMatch(
                list ->
                    list.names().stream()
                        .map(name -> somebody(name, who, provider))
                        .allMatch(one -> Likeness.of(one, who) == Likeness.INCOMPARABLE));
  }

  /**
   * Somebody whom a list names, as easy to tell from who asked as anybody can be: a person of the
   * same issuer, and with an address of mail.
   */
  private static Identity somebody(String name, Identity who, String provider) {
    String issuer = who.kind() == Identity.Kind.OIDC ? who.issuer() : ISSUER;
    return CallerArn.parse(name)
        .map(role -> Identity.ofIam(session(role), provider))
        .orElseGet(() -> Identity.ofOidc(issuer, SOMEBODY, SOMEBODY, true));
  }

  /** A role has no address, whatever its session's name; a user of IAM Identity Center may. */
  private static String session(CallerArn role) {
    return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(role.account(), role.name(), SOMEBODY);
  }
}
