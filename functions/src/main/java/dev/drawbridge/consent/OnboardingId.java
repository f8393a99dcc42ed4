package dev.drawbridge.consent;

import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.Digest;
import java.util.regex.Pattern;

/** The id of a pair of database and principal: the same request is the same onboarding. */
public final class OnboardingId {
  /** Its form. */
  public static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private static final int DIGITS = 32;

  private OnboardingId() {}

  /** The id of a pair. */
  public static String of(OnboardingKey key) {
    return Digest.of("onboarding", key.databaseArn(), key.principal()).substring(0, DIGITS);
  }
}
