package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.evidence.Published;

/**
 * Lambda's delays and limits.
 *
 * @param accountConcurrency invocations at once in an account and region
 */
public record LambdaSettings(
    StartDelays starts,
    AsyncDelays async,
    SnapshotDelays snapshots,
    @Published("1,000 (Lambda developer guide, Lambda quotas)") int accountConcurrency) {

  /** What AWS publishes, and labelled assumptions where it publishes nothing. */
  public static LambdaSettings published() {
    return new LambdaSettings(
        StartDelays.published(), AsyncDelays.published(), SnapshotDelays.published(), 1000);
  }

  /** The same with another share of invocations that find no container. */
  public LambdaSettings recycling(double share) {
    return new LambdaSettings(starts.recycling(share), async, snapshots, accountConcurrency);
  }

  /** The same with starts so many times faster. */
  public LambdaSettings startsDividedBy(long divisor) {
    return new LambdaSettings(
        starts.dividedBy(divisor),
        async.startsDividedBy(divisor),
        snapshots.activationDividedBy(divisor),
        accountConcurrency);
  }
}
