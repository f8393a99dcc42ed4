package dev.drawbridge.identity;

import java.util.List;
import java.util.Optional;

/** Whether those who answer cannot be told from those who asked, which costs one more yes. */
public final class Doubt {
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

  /** Whether it is so for one of those who have said yes; whoever asked has no voice. */
  public static boolean isAbout(List<Identity> yeses, List<Identity> requesters) {
    return yeses.stream()
        .filter(yes -> requesters.stream().noneMatch(who -> Likeness.of(yes, who) == Likeness.SAME))
        .anyMatch(
            yes ->
                requesters.stream()
                    .anyMatch(who -> Likeness.of(yes, who) == Likeness.INCOMPARABLE));
  }

  /**
   * People of an issuer and of IAM Identity Center may have an address of mail that tells them
   * apart; a role has none, and can be told from roles of its own account only.
   */
  private static boolean isStranger(Identity who, List<Members> asked, String provider) {
    return !who.known()
        || (who.kind() == Identity.Kind.IAM
            && asked.stream()
                .anyMatch(
                    list ->
                        list.names().stream()
                            .flatMap(name -> role(name, provider).stream())
                            .allMatch(role -> Likeness.of(role, who) == Likeness.INCOMPARABLE)));
  }

  /** Somebody who has assumed the role that a list names; empty for a group of the issuer. */
  private static Optional<Identity> role(String name, String provider) {
    return CallerArn.parse(name)
        .map(
            role ->
                "arn:aws:sts::%s:assumed-role/%s/somebody".formatted(role.account(), role.name()))
        .map(arn -> Identity.ofIam(arn, provider));
  }
}
