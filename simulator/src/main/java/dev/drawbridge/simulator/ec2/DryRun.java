package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import org.jspecify.annotations.Nullable;

/** What EC2 answers when a request only asks whether it would be allowed. */
final class DryRun {
  private DryRun() {}

  /**
   * Ends a dry run.
   *
   * @throws ServiceError DryRunOperation, HTTP 412, when {@code dryRun} is set
   */
  static void check(@Nullable Boolean dryRun) {
    if (Boolean.TRUE.equals(dryRun)) {
      throw ServiceError.of(
          412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
    }
  }
}
