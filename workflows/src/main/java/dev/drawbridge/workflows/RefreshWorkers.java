package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.STATE;

import dev.drawbridge.runtime.Settings;
import java.time.Duration;
import java.util.List;

/** The workers of refresh-targets that onboarding does not share. */
final class RefreshWorkers {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;
  private static final List<String> TABLE = List.of(Settings.TABLE);

  private RefreshWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker("AcquireLease", TABLE, "dynamodb:PutItem", "states:DescribeExecution"),
        worker(
            "RegisterTargets",
            TABLE,
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetHealth",
            "elasticloadbalancing:RegisterTargets",
            "elasticloadbalancing:DeregisterTargets",
            "dynamodb:UpdateItem"),
        worker(
            "CheckTargets",
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "elasticloadbalancing:DescribeTargetHealth"),
        worker("DeregisterStaleTargets", List.of(), "elasticloadbalancing:DeregisterTargets"),
        worker(
            "ConfirmTargets",
            TABLE,
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "elasticloadbalancing:DescribeTargetHealth",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem"),
        worker("ReleaseLease", TABLE, "dynamodb:DeleteItem"));
  }

  private static WorkerFunction worker(String name, List<String> settings, String... actions) {
    return new WorkerFunction(name, STATE, SHORT, MEMORY_MB, false, settings, List.of(actions));
  }
}
