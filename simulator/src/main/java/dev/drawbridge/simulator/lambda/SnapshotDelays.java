package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import java.time.Duration;

/**
 * The life of a version with SnapStart.
 *
 * @param inactiveAfter how long it may be idle before it goes inactive
 * @param activation from the call that an inactive version refuses until it serves again
 */
public record SnapshotDelays(
    @Published(
            "\"deletes the snapshot if you don't invoke the function version for 14 days\" (Lambda"
                + " developer guide, Improving startup performance with Lambda SnapStart)")
        Duration inactiveAfter,
    @Unconfirmed(
            "40 to 106 s, as users saw it (aws-solutions-library-samples,"
                + " intelligent-document-processing #801, #802)")
        Spread activation) {

  static SnapshotDelays published() {
    return new SnapshotDelays(
        Duration.ofDays(14),
        new Spread(Duration.ofSeconds(40), Duration.ofSeconds(60), Duration.ofSeconds(106)));
  }

  SnapshotDelays activationDividedBy(long divisor) {
    return new SnapshotDelays(inactiveAfter, activation.dividedBy(divisor));
  }
}
