package dev.drawbridge.offboarding;

/**
 * Output of DecideTeardown.
 *
 * @param outcome {@code TEAR_DOWN}; {@code KEPT}: somebody is left; {@code NOT_ASKED}
 * @param message for people
 */
public record Teardown(String outcome, String message) {
  /** Whether everything goes. */
  public boolean goes() {
    return outcome.equals("TEAR_DOWN");
  }
}
