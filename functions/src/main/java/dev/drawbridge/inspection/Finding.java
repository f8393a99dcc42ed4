package dev.drawbridge.inspection;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be.
 *
 * @param subject what it is about, by AWS's id or name: with the kind it tells two findings apart
 * @param text what is wrong, with which value, and what to do
 * @param principal whose onboarding alone it concerns; null if every consumer's
 * @param passing whether it may be over in a moment, by its kind or for what is told here: only for
 *     long it is news
 */
public record Finding(
    Kind kind,
    String subject,
    String text,
    Remedy remedy,
    @Nullable String principal,
    boolean passing) {

  /** One that concerns every consumer. */
  public static Finding of(Kind kind, String subject, String text) {
    return new Finding(kind, subject, text, kind.remedy(), null, kind.passing());
  }

  /** One that concerns a single consumer. */
  public static Finding of(Kind kind, String subject, String text, String principal) {
    return new Finding(kind, subject, text, kind.remedy(), principal, kind.passing());
  }

  /** The same for a person, whatever its kind can have, with a word more. */
  public Finding told(String more) {
    return new Finding(kind, subject, text + more, Remedy.TELL, principal, passing);
  }

  /** The same with a word more. */
  public Finding saying(String more) {
    return new Finding(kind, subject, text + more, remedy, principal, passing);
  }

  /** The same of what RDS is at, whatever its kind: it passes by itself. */
  public Finding briefly() {
    return new Finding(kind, subject, text, remedy, principal, true);
  }

  /** Whether it means something for the path of {@code consumer}. */
  public boolean concerns(String consumer) {
    return principal == null || principal.equals(consumer);
  }

  /** The same for two looks that found the same. */
  public String key() {
    return kind + " " + subject;
  }
}
