package dev.drawbridge.infra;

import dev.drawbridge.workflows.StateMachine;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What people are told of without asking. It knows the others' resources by their names only. */
final class ObservabilityStack extends Stack {
  ObservabilityStack(Construct scope, String id, StackProps properties, ResourceNames names) {
    super(scope, id, properties);
    Alarms alarms = new Alarms(this, names, new InstallationArns(this, names));
    alarms.onBadRefreshes(StateMachine.REFRESH);
    alarms.onBadOnboardings(StateMachine.ONBOARD);
    alarms.onBadOffboardings(StateMachine.OFFBOARD);
    alarms.onDeadLetters();
    alarms.onDriftCheck();
    alarms.onWaitsCheck();
    alarms.onFailedWaits();
    alarms.onInspection();
  }
}
