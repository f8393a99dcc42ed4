package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.DATABASE_EVENT_RULE;
import static dev.drawbridge.workflows.Trigger.SCHEDULE;
import static dev.drawbridge.workflows.Trigger.STATE;
import static dev.drawbridge.workflows.policy.Grants.addRecords;
import static dev.drawbridge.workflows.policy.Grants.inspect;
import static dev.drawbridge.workflows.policy.Grants.invoke;
import static dev.drawbridge.workflows.policy.Grants.join;
import static dev.drawbridge.workflows.policy.Grants.keepInstancePorts;
import static dev.drawbridge.workflows.policy.Grants.leaveFingerprints;
import static dev.drawbridge.workflows.policy.Grants.look;
import static dev.drawbridge.workflows.policy.Grants.onExposures;
import static dev.drawbridge.workflows.policy.Grants.onInspections;
import static dev.drawbridge.workflows.policy.Grants.onLeases;
import static dev.drawbridge.workflows.policy.Grants.onSwitchovers;
import static dev.drawbridge.workflows.policy.Grants.onTargetGroups;
import static dev.drawbridge.workflows.policy.Grants.readExecutions;
import static dev.drawbridge.workflows.policy.Grants.readInstances;
import static dev.drawbridge.workflows.policy.Grants.readTopology;
import static dev.drawbridge.workflows.policy.Grants.registerTargets;
import static dev.drawbridge.workflows.policy.Grants.start;
import static dev.drawbridge.workflows.policy.Grants.takeDatabaseEvents;
import static dev.drawbridge.workflows.policy.Grants.takeTurns;
import static dev.drawbridge.workflows.policy.Grants.tellPeople;

import dev.drawbridge.refresh.AcquireLease;
import dev.drawbridge.refresh.CheckDrift;
import dev.drawbridge.refresh.CheckTargets;
import dev.drawbridge.refresh.ConfirmTargets;
import dev.drawbridge.refresh.DeregisterStaleTargets;
import dev.drawbridge.refresh.RegisterTargets;
import dev.drawbridge.refresh.ReleaseLease;
import dev.drawbridge.refresh.TriggerRefresh;
import dev.drawbridge.refresh.WithdrawTargets;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import dev.drawbridge.workflows.policy.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The workers of refresh-targets that onboarding does not share, and those that start it. */
final class RefreshWorkers {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;
  private static final String MACHINE = StateMachine.REFRESH.name();
  private static final List<String> TABLE = List.of(Settings.TABLE);
  private static final List<String> TABLE_AND_PEOPLE =
      List.of(Settings.TABLE, Settings.PEOPLE_TOPIC);
  private static final List<Statement> OWN_GROUPS =
      look("elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTags");
  private static final List<Statement> HEALTH = look("elasticloadbalancing:DescribeTargetHealth");

  private RefreshWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker(
            AcquireLease.class,
            List.of(Settings.TABLE, Settings.REFRESH_STATE_MACHINE),
            join(onLeases("GetItem", "PutItem"), readExecutions(MACHINE), readTopology())),
        worker(
            WithdrawTargets.class,
            TABLE_AND_PEOPLE,
            join(
                OWN_GROUPS,
                HEALTH,
                readInstances(),
                onTargetGroups("DeregisterTargets"),
                onExposures("GetItem", "PutItem"),
                onLeases("UpdateItem"),
                tellPeople())),
        worker(
            RegisterTargets.class,
            TABLE_AND_PEOPLE,
            join(
                OWN_GROUPS,
                readTopology(),
                onExposures("GetItem", "PutItem"),
                HEALTH,
                registerTargets(),
                takeTurns(),
                onTargetGroups("DeregisterTargets"),
                keepInstancePorts(),
                onLeases("GetItem", "UpdateItem"),
                tellPeople())),
        worker(
            CheckTargets.class,
            TABLE,
            join(readTopology(), HEALTH, takeTurns(), onLeases("GetItem", "UpdateItem"))),
        worker(
            DeregisterStaleTargets.class,
            TABLE,
            join(
                onExposures("GetItem", "PutItem"),
                takeTurns(),
                readTopology(),
                onTargetGroups("DeregisterTargets"))),
        worker(
            ConfirmTargets.class,
            TABLE,
            join(
                readTopology(),
                HEALTH,
                look("elasticloadbalancing:DescribeListeners"),
                onExposures("GetItem", "PutItem"),
                takeTurns(),
                onLeases("DeleteItem", "GetItem", "UpdateItem"),
                addRecords())),
        worker(
            ReleaseLease.class,
            List.of(Settings.TABLE, Settings.CONNECTIONS_TOPIC),
            join(onLeases("UpdateItem", "DeleteItem"), inspect(), onInspections("UpdateItem"))),
        starter(
            TriggerRefresh.class,
            DATABASE_EVENT_RULE,
            List.of(),
            join(
                OWN_GROUPS,
                takeDatabaseEvents(),
                readTopology(),
                onExposures("GetItem"),
                onSwitchovers("PutItem"))),
        starter(
            CheckDrift.class,
            SCHEDULE,
            List.of(Settings.WARM_FUNCTIONS),
            join(
                invoke(SnapStarts.names()),
                OWN_GROUPS,
                HEALTH,
                readTopology(),
                onExposures("GetItem"),
                leaveFingerprints(),
                onInspections("Query", "UpdateItem"),
                onLeases("GetItem"),
                look("ec2:DescribeSubnets"))));
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code, List<String> settings, List<Statement> permissions) {
    return new WorkerFunction(code, STATE, SHORT, MEMORY_MB, false, settings, permissions);
  }

  /** A worker that starts refresh-targets, or leaves a mark for the run that is under way. */
  private static WorkerFunction starter(
      Class<? extends Worker<?, ?>> code,
      Trigger trigger,
      List<String> further,
      List<Statement> looks) {
    List<Statement> permissions =
        join(looks, onLeases("UpdateItem"), readExecutions(MACHINE), start(MACHINE));
    List<String> settings =
        Stream.concat(Stream.of(Settings.TABLE, Settings.REFRESH_STATE_MACHINE), further.stream())
            .toList();
    return new WorkerFunction(code, trigger, SHORT, MEMORY_MB, false, settings, permissions);
  }
}
