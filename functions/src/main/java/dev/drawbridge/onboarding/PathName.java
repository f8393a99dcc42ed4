package dev.drawbridge.onboarding;

import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.Digest;

/** Names of executions: short, derived, and never the same for two attempts. */
public final class PathName {
  private static final int HASH = 16;

  private PathName() {}

  /** The same for every attempt on a path. */
  public static String of(OnboardingKey key) {
    return Digest.of(key.databaseArn(), key.principal()).substring(0, HASH);
  }

  /** Of a run of the owner, which is on nobody's path. */
  public static String of(String executionArn) {
    return Digest.of(executionArn).substring(0, HASH);
  }

  /**
   * The name of an execution of onboard-consumer. AWS keeps the name of a closed execution taken
   * for 90 days, so it holds the attempt.
   */
  public static String execution(OnboardingKey key, String requestDigest, int attempt) {
    String hash = Digest.of(key.databaseArn(), key.principal(), requestDigest).substring(0, HASH);
    return "onboard-" + hash + "-" + attempt;
  }
}
