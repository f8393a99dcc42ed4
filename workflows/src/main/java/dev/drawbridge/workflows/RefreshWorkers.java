package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.DATABASE_EVENT_RULE;
import static dev.drawbridge.workflows.Trigger.SCHEDULE;
import static dev.drawbridge.workflows.Trigger.STATE;

import dev.drawbridge.refresh.AcquireLease;
import dev.drawbridge.refresh.CheckDrift;
import dev.drawbridge.refresh.CheckTargets;
import dev.drawbridge.refresh.ConfirmTargets;
import dev.drawbridge.refresh.DeregisterStaleTargets;
import dev.drawbridge.refresh.RegisterTargets;
import dev.drawbridge.refresh.ReleaseLease;
import dev.drawbridge.refresh.TriggerRefresh;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The workers of refresh-targets that onboarding does not share, and those that start it. */
final class RefreshWorkers {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;
  private static final List<String> TABLE = List.of(Settings.TABLE);

  private RefreshWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker(
            AcquireLease.class,
            List.of(Settings.TABLE, Settings.REFRESH_STATE_MACHINE),
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "states:DescribeExecution"),
        worker(
            RegisterTargets.class,
            TABLE,
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetHealth",
            "elasticloadbalancing:RegisterTargets",
            "elasticloadbalancing:DeregisterTargets",
            "dynamodb:UpdateItem"),
        worker(
            CheckTargets.class,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "elasticloadbalancing:DescribeTargetHealth"),
        worker(
            DeregisterStaleTargets.class,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "elasticloadbalancing:DeregisterTargets"),
        worker(
            ConfirmTargets.class,
            TABLE,
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "elasticloadbalancing:DescribeTargetHealth",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem"),
        worker(ReleaseLease.class, TABLE, "dynamodb:UpdateItem"),
        starter(
            TriggerRefresh.class,
            DATABASE_EVENT_RULE,
            List.of(),
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "rds:DescribeDBInstances"),
        starter(
            CheckDrift.class,
            SCHEDULE,
            List.of(Settings.WARM_FUNCTIONS),
            "lambda:InvokeFunction",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetHealth",
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "ec2:DescribeSubnets"));
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code, List<String> settings, String... actions) {
    return new WorkerFunction(code, STATE, SHORT, MEMORY_MB, false, settings, List.of(actions));
  }

  /** A worker that starts refresh-targets, or leaves a mark for the run that is under way. */
  private static WorkerFunction starter(
      Class<? extends Worker<?, ?>> code, Trigger trigger, List<String> further, String... looks) {
    List<String> actions =
        Stream.concat(
                Stream.of(looks),
                Stream.of(
                    "dynamodb:UpdateItem", "states:DescribeExecution", "states:StartExecution"))
            .toList();
    List<String> settings =
        Stream.concat(Stream.of(Settings.TABLE, Settings.REFRESH_STATE_MACHINE), further.stream())
            .toList();
    return new WorkerFunction(code, trigger, SHORT, MEMORY_MB, false, settings, actions);
  }
}
