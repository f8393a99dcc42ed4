package dev.drawbridge.lab.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.lambda.WarmFunctions;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.lambda.InvocationResult;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import dev.drawbridge.workflows.policy.Grants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Priming uses every client that the worker uses, with nothing but what its role may do. */
class PrimingTest {
  private final Scenario scenario = Scenario.virtual(5);

  static Stream<WorkerFunction> snapStarted() {
    return Catalogue.workers().stream().filter(WorkerFunction::snapStart);
  }

  @ParameterizedTest
  @MethodSource("snapStarted")
  void every_service_that_the_role_may_call_is_called(WorkerFunction worker) {
    Set<String> allowed =
        worker.actions().stream()
            .filter(action -> !Grants.ASKED_BY_ELASTIC_LOAD_BALANCING.contains(action))
            .filter(action -> !Grants.ASKED_BY_LAMBDA.contains(action))
            .filter(action -> !isForAMessage(action))
            .map(action -> action.substring(0, action.indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> called =
        primed(worker).stream()
            .map(call -> call.action().substring(0, call.action().indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(called).isEqualTo(allowed);
  }

  /** No message can be sent to see whether it would be, and no connection waits for one. */
  private static boolean isForAMessage(String action) {
    return action.equals("sns:Publish") || action.startsWith("kms:");
  }

  @ParameterizedTest
  @MethodSource("snapStarted")
  void nothing_is_refused_for_lack_of_a_permission_and_nothing_is_left_unprimed(
      WorkerFunction worker) {
    assertThat(primed(worker))
        .extracting(CallRecord::error)
        .noneMatch(code -> code.orElse("").matches("AccessDenied.*|UnauthorizedOperation"));
    assertThat(scenario.log()).noneMatch(line -> line.contains("not primed"));
  }

  @ParameterizedTest
  @MethodSource("snapStarted")
  void nothing_changes(WorkerFunction worker) {
    String before = table();
    primed(worker);
    assertThat(table()).isEqualTo(before);
    assertThat(
            primed(worker).stream()
                .map(call -> call.action().substring(call.action().indexOf(':') + 1))
                .filter(name -> name.startsWith("Create") || name.startsWith("Register")))
        .isEmpty();
  }

  private String table() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").toString();
  }

  /** The calls of a warm-up. */
  private List<CallRecord> primed(WorkerFunction worker) {
    int before = scenario.world().callLog().calls().size();
    List<InvocationResult> results = new ArrayList<>();
    scenario
        .world()
        .lambda()
        .invoke(
            Scenario.PROVIDER,
            scenario.installation().arn(worker.name()),
            WarmFunctions.PAYLOAD,
            results::add);
    scenario.world().scheduler().await(() -> !results.isEmpty(), Duration.ofMinutes(1));
    assertThat(results).singleElement().matches(InvocationResult::succeeded);
    List<CallRecord> calls = scenario.world().callLog().calls();
    return calls.subList(before, calls.size()).stream()
        .filter(scenario.installation()::byWorker)
        .toList();
  }
}
