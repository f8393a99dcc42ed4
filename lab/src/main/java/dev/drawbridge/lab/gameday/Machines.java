package dev.drawbridge.lab.gameday;

import dev.drawbridge.workflows.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

/** The installation's state machines, and what their histories tell of Step Functions. */
record Machines(SfnClient states) {

  /** The ARN of a machine, whatever prefix the installation has; empty unless there is just one. */
  Optional<String> arn(StateMachine machine) {
    List<String> found =
        states.listStateMachinesPaginator().stateMachines().stream()
            .filter(each -> each.name().endsWith(machine.name()))
            .map(StateMachineListItem::stateMachineArn)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** When the first run of the machine since that moment started. */
  Optional<Instant> firstStart(StateMachine machine, Instant since) {
    return arn(machine).stream()
        .flatMap(
            arn ->
                states.listExecutionsPaginator(r -> r.stateMachineArn(arn)).executions().stream())
        .map(ExecutionListItem::startDate)
        .filter(start -> !start.isBefore(since))
        .min(Comparator.naturalOrder());
  }

  /** What the history of the run of an onboarding tells. */
  void measure(String onboardingId, Measurements measurements) {
    List<HistoryEvent> events = history(onboardingId);
    median(between(events, HistoryEventType.TASK_SCHEDULED, HistoryEventType.TASK_STARTED))
        .ifPresent(
            time ->
                measurements.measured(
                    "states.runs.taskStart", time, "from TaskScheduled to TaskStarted, median"));
    median(transitions(events))
        .ifPresent(
            time ->
                measurements.measured(
                    "states.runs.transition", time, "from StateExited to StateEntered, median"));
  }

  private List<HistoryEvent> history(String onboardingId) {
    return arn(StateMachine.ONBOARD).stream()
        .flatMap(
            arn ->
                states.listExecutionsPaginator(r -> r.stateMachineArn(arn)).executions().stream())
        .filter(run -> run.name().startsWith("api-" + onboardingId + "-"))
        .findFirst() // the newest is listed first
        .map(
            run ->
                states
                    .getExecutionHistoryPaginator(r -> r.executionArn(run.executionArn()))
                    .events()
                    .stream()
                    .toList())
        .orElse(List.of());
  }

  private static List<Duration> between(
      List<HistoryEvent> events, HistoryEventType first, HistoryEventType second) {
    List<Duration> times = new ArrayList<>();
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i).type() == second && events.get(i - 1).type() == first) {
        times.add(Duration.between(events.get(i - 1).timestamp(), events.get(i).timestamp()));
      }
    }
    return times;
  }

  private static List<Duration> transitions(List<HistoryEvent> events) {
    List<Duration> times = new ArrayList<>();
    for (int i = 1; i < events.size(); i++) {
      boolean next =
          events.get(i).typeAsString().endsWith("StateEntered")
              && events.get(i - 1).typeAsString().endsWith("StateExited");
      if (next) {
        times.add(Duration.between(events.get(i - 1).timestamp(), events.get(i).timestamp()));
      }
    }
    return times;
  }

  private static Optional<Duration> median(List<Duration> times) {
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(times.stream().sorted().toList().get(times.size() / 2));
  }
}
