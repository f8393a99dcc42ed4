package dev.drawbridge.lab.gameday;

import dev.drawbridge.workflows.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
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
    return executions(machine)
        .map(ExecutionListItem::startDate)
        .takeWhile(start -> !start.isBefore(since))
        .min(Comparator.naturalOrder());
  }

  /** What the history of the run of an onboarding tells. */
  void measure(String onboardingId, Measurements measurements) {
    List<HistoryEvent> events = history(onboardingId);
    median(between(events, "TaskScheduled", "TaskStarted"))
        .ifPresent(
            time ->
                measurements.measured(
                    "states.runs.taskStart", time, "from TaskScheduled to TaskStarted, median"));
    median(between(events, "StateExited", "StateEntered"))
        .ifPresent(
            time ->
                measurements.measured(
                    "states.runs.transition", time, "from StateExited to StateEntered, median"));
  }

  private List<HistoryEvent> history(String onboardingId) {
    return executions(StateMachine.ONBOARD)
        .filter(run -> run.name().startsWith("api-" + onboardingId + "-"))
        .findFirst()
        .map(
            run ->
                states
                    .getExecutionHistoryPaginator(r -> r.executionArn(run.executionArn()))
                    .events()
                    .stream()
                    .toList())
        .orElse(List.of());
  }

  /** The newest comes first, so that a stream that ends early leaves the older pages alone. */
  private Stream<ExecutionListItem> executions(StateMachine machine) {
    return arn(machine).stream()
        .flatMap(
            arn ->
                states.listExecutionsPaginator(r -> r.stateMachineArn(arn)).executions().stream());
  }

  /** From each event to the next, where their types end so. */
  private static List<Duration> between(List<HistoryEvent> events, String first, String second) {
    List<Duration> times = new ArrayList<>();
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i).typeAsString().endsWith(second)
          && events.get(i - 1).typeAsString().endsWith(first)) {
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
