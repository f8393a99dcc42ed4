package dev.drawbridge.aws.rds;

import dev.drawbridge.model.Serving;
import java.util.Set;

/**
 * What the status of a DB instance says about its target.
 *
 * <p>Source: "Viewing Amazon RDS DB instance status" and the Aurora page of that name. Whether an
 * instance answers at this very moment is the load balancer's business; here only those count that
 * are meant to serve.
 */
public final class InstanceStatus {
  private static final Set<String> SERVES =
      Set.of(
          "available",
          "backing-up",
          "modifying",
          "maintenance",
          "storage-optimization",
          "storage-initialization",
          "storage-config-upgrade",
          "resetting-master-credentials",
          "converting-to-vpc",
          "delete-precheck");

  private static final Set<String> DOES_NOT_SERVE =
      Set.of(
          "creating",
          "deleting",
          "deleted",
          "failed",
          "stopping",
          "stopped",
          "starting",
          "restore-error",
          "insufficient-capacity",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable");

  private InstanceStatus() {}

  /** Unknown statuses are undecided: AWS adds new ones, and a guess would move traffic. */
  public static Serving of(String status) {
    if (SERVES.contains(status) || status.startsWith("configuring-")) {
      return Serving.SERVES;
    }
    if (DOES_NOT_SERVE.contains(status) || status.startsWith("incompatible-")) {
      return Serving.DOES_NOT_SERVE;
    }
    // rebooting, upgrading, renaming, moving-to-vpc, storage-full and whatever is new.
    return Serving.UNDECIDED;
  }
}
