package dev.drawbridge.pages;

import dev.drawbridge.identity.Identity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How instants and identities read on a page. */
final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  static String at(Instant instant) {
    return MINUTE.format(instant);
  }

  static String morePeopleHave(int number) {
    return number == 1 ? "one more person has" : number + " more people have";
  }

  /** How it is known who somebody is. */
  static String known(Identity who) {
    return switch (who.kind()) {
      case IAM -> "AWS verified the signature of this role's call; which person used it is unknown";
      case IDENTITY_CENTER -> "AWS verified the signature; IAM Identity Center names the person";
      case OIDC -> "signed in with the issuer";
      case UNKNOWN ->
          "the run was started by hand, and nobody can say by whom: one more yes is needed";
    };
  }
}
