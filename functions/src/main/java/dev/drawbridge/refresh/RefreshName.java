package dev.drawbridge.refresh;

import dev.drawbridge.plan.Digest;

/** Names of executions of refresh-targets. */
public final class RefreshName {
  private static final int HASH = 16;
  private static final int READABLE = 40;

  private RefreshName() {}

  /**
   * The same for both copies of a doubled event, so that AWS starts one run for them; another for
   * every other mark.
   *
   * @param mark what is unique of the event or the check
   */
  public static String of(String databaseArn, String mark) {
    String identifier = databaseArn.substring(databaseArn.lastIndexOf(':') + 1);
    String readable = identifier.substring(0, Math.min(READABLE, identifier.length()));
    return "refresh-%s-%s".formatted(readable, Digest.of(databaseArn, mark).substring(0, HASH));
  }
}
