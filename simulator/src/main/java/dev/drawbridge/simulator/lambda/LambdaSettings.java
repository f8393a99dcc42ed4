package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import java.time.Duration;

/**
 * Lambda's delays and limits.
 *
 * @param polls from a message's arrival in a queue until it is received for a function
 * @param accountConcurrency invocations at once in an account and region
 */
public record LambdaSettings(
    StartDelays starts,
    AsyncDelays async,
    SnapshotDelays snapshots,
    @Unconfirmed("no figure is published of long polling") Spread polls,
    @Published("1,000 (Lambda developer guide, Lambda quotas)") int accountConcurrency) {

  /** What AWS publishes, and labelled assumptions where it publishes nothing. */
  public static LambdaSettings published() {
    return new LambdaSettings(
        StartDelays.published(),
        AsyncDelays.published(),
        SnapshotDelays.published(),
        new Spread(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(500)),
        1000);
  }

  /** The same with another share of invocations that find no container. */
  public LambdaSettings recycling(double share) {
    return new LambdaSettings(starts.recycling(share), async, snapshots, polls, accountConcurrency);
  }

  /** The same with starts so many times faster. */
  public LambdaSettings startsDividedBy(long divisor) {
    return new LambdaSettings(
        starts.dividedBy(divisor),
        async.startsDividedBy(divisor),
        snapshots.activationDividedBy(divisor),
        polls.dividedBy(divisor),
        accountConcurrency);
  }
}
