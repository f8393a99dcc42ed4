package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
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

  Tally tally() {
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
    return new Tally(
        count(calls, CallRecord::action),
        count(refused, CallRecord::action),
        count(scarce, each -> each.caller().role()),
        runs.size(),
        runs.stream()
            .filter(each -> each.status() != Status.SUCCEEDED && each.status() != Status.RUNNING)
            .count(),
        runs.stream()
            .flatMap(each -> executions.history(each.identity().executionArn()).stream())
            .filter(event -> event.stateEnteredEventDetails() != null)
            .count(),
        scenario.world().deadLetters().all().size() - letters,
        scenario.world().lambda().load());
  }

  private static boolean throttled(CallRecord call) {
    return call.error().filter(REFUSALS::contains).isPresent();
  }

  private static Map<String, Long> count(List<CallRecord> calls, Function<CallRecord, String> key) {
    return calls.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }
}
