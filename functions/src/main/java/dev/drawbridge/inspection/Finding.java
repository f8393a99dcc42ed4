package dev.drawbridge.inspection;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be.
 *
 * @param subject what it is about, by AWS's id or name: with the kind it tells two findings apart
 * @param text what is wrong, with which value, and what to do
 * @param principal whose onboarding alone it concerns; null if every consumer's
 */
public record Finding(
    Kind kind, String subject, String text, Remedy remedy, @Nullable String principal) {

  /** One that concerns every consumer. */
  public static Finding of(Kind kind, String subject, String text) {
    return new Finding(kind, subject, text, kind.remedy(), null);
  }

  /** One that concerns a single consumer. */
  public static Finding of(Kind kind, String subject, String text, String principal) {
    return new Finding(kind, subject, text, kind.remedy(), principal);
  }

  /** The same for a person, whatever its kind can have, with a word more. */
  public Finding told(String more) {
    return new Finding(kind, subject, text + more, Remedy.TELL, principal);
  }

  /** The same with a word more. */
  public Finding saying(String more) {
    return new Finding(kind, subject, text + more, remedy, principal);
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
