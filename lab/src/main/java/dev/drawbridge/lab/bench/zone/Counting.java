package dev.drawbridge.lab.bench.zone;

import static software.amazon.awssdk.services.sfn.model.HistoryEventType.TASK_SCHEDULED;
import static software.amazon.awssdk.services.sfn.model.HistoryEventType.TASK_STATE_ENTERED;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.bench.zone.Waits.Wait;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.stepfunctions.Executions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Counts what workers do from an instant on. */
final class Counting {
  private static final Set<String> REFUSALS =
      Set.of("ThrottlingException", "RequestLimitExceeded", "Throttling");

  private final Scenario scenario;
  private final Instant from;
  private final int letters;

  private Counting(Scenario scenario) {
    this.scenario = scenario;
    this.from = scenario.world().scheduler().now();
    this.letters = scenario.world().deadLetters().all().size();
  }

  static Counting begin(Scenario scenario) {
    scenario.world().callLog().clear();
    scenario.world().lambda().countAnew();
    return new Counting(scenario);
  }

  Tally tally(LaneOfCall lanes) {
    List<CallRecord> calls =
        scenario.world().callLog().calls().stream()
            .filter(scenario.installation()::byWorker)
            .toList();
    List<CallRecord> refused = calls.stream().filter(Counting::throttled).toList();
    List<CallRecord> scarce = calls.stream().filter(each -> Tally.scarce(each.action())).toList();
    Executions executions = scenario.world().states().executions();
    List<Execution> runs =
        executions.of(Scenario.PROVIDER.arn("states", "stateMachine:refresh-targets")).stream()
            .filter(each -> !each.startedAt().isBefore(from))
            .toList();
    List<List<HistoryEvent>> histories =
        runs.stream().map(each -> executions.history(each.identity().executionArn())).toList();
    List<Wait> waits = histories.stream().map(Waits::of).flatMap(List::stream).toList();
    return new Tally(
        count(calls, CallRecord::action),
        count(refused, CallRecord::action),
        count(scarce, each -> each.caller().role()),
        runs.size(),
        runs.stream()
            .filter(each -> each.status() != Status.SUCCEEDED && each.status() != Status.RUNNING)
            .count(),
        histories.stream().mapToLong(Counting::transitions).sum(),
        scenario.world().deadLetters().all().size() - letters,
        lanes.overtaking(calls, waits),
        scenario.world().lambda().load());
  }

  /** States entered, and tries after the first: "each retry will be charged". */
  private static long transitions(List<HistoryEvent> history) {
    long entered = history.stream().filter(e -> e.stateEnteredEventDetails() != null).count();
    long tasks = history.stream().filter(e -> e.type() == TASK_STATE_ENTERED).count();
    long tries = history.stream().filter(e -> e.type() == TASK_SCHEDULED).count();
    return entered + Math.max(0, tries - tasks);
  }

  private static boolean throttled(CallRecord call) {
    return call.error().filter(REFUSALS::contains).isPresent();
  }

  private static Map<String, Long> count(List<CallRecord> calls, Function<CallRecord, String> key) {
    return calls.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }
}
