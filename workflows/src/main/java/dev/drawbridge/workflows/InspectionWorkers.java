package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.policy.Grants.addRecords;
import static dev.drawbridge.workflows.policy.Grants.countReaders;
import static dev.drawbridge.workflows.policy.Grants.inspect;
import static dev.drawbridge.workflows.policy.Grants.join;
import static dev.drawbridge.workflows.policy.Grants.onClaims;
import static dev.drawbridge.workflows.policy.Grants.onInspections;
import static dev.drawbridge.workflows.policy.Grants.readExecutions;
import static dev.drawbridge.workflows.policy.Grants.readParameters;
import static dev.drawbridge.workflows.policy.Grants.start;
import static dev.drawbridge.workflows.policy.Grants.tellPeople;

import dev.drawbridge.inspection.CheckExposures;
import dev.drawbridge.inspection.InspectExposure;
import dev.drawbridge.runtime.Settings;
import java.time.Duration;
import java.util.List;

/** The workers that look at whole paths: in turn, and when somebody asks. */
final class InspectionWorkers {
  private static final Duration LOOK = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;
  private static final String MACHINE = StateMachine.ONBOARD.name();

  private InspectionWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        new WorkerFunction(
            CheckExposures.class,
            Trigger.CONNECTION_NOTICE_AND_SCHEDULE,
            LOOK,
            MEMORY_MB,
            false,
            List.of(
                Settings.TABLE,
                Settings.PEOPLE_TOPIC,
                Settings.MAILS,
                Settings.CONNECTIONS_TOPIC,
                Settings.QUOTAS,
                Settings.ONBOARDING_STATE_MACHINE,
                Settings.OFFBOARDING_STATE_MACHINE),
            join(
                inspect(),
                readParameters(),
                onClaims("UpdateItem"),
                onInspections("Query", "PutItem", "DeleteItem"),
                readExecutions(MACHINE),
                readExecutions(StateMachine.OFFBOARD.name()),
                start(MACHINE),
                start(StateMachine.OFFBOARD.name()),
                addRecords(),
                countReaders(),
                tellPeople())),
        new WorkerFunction(
            InspectExposure.class,
            Trigger.BY_HAND,
            LOOK,
            MEMORY_MB,
            false,
            List.of(
                Settings.TABLE,
                Settings.PEOPLE_TOPIC,
                Settings.MAILS,
                Settings.CONNECTIONS_TOPIC,
                Settings.QUOTAS),
            join(inspect(), countReaders(), onInspections("Query"))));
  }
}
