package dev.drawbridge.lab.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.aws.lambda.WarmFunctions;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.WorkerCrash;
import dev.drawbridge.simulator.lambda.FunctionError;
import dev.drawbridge.simulator.lambda.Invocation;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One worker at a time, with what Lambda gives it and no more. */
class WorkerProcessIT {
  private static final String DISCOVER = "{\"databaseIdentifier\": \"orders\"}";

  private final ProcessWorld world = new ProcessWorld();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void with_snapstart_a_worker_has_no_keys_and_finds_its_credentials_at_the_container_endpoint()
      throws Exception {
    WorkerProcess worker = start("DiscoverDatabase", true);
    assertThat(invoke(worker, DISCOVER)).contains("\"orders\"");
    assertThat(variables(worker))
        .containsExactlyInAnyOrder(
            "AWS_CONTAINER_AUTHORIZATION_TOKEN",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_DEFAULT_REGION",
            "AWS_ENDPOINT_URL",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_XRAY_CONTEXT_MISSING",
            "AWS_XRAY_DAEMON_ADDRESS",
            "DRAWBRIDGE_TABLE", // its own setting, by the catalogue
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT",
            "LANG",
            "LD_LIBRARY_PATH",
            "PATH",
            "TZ",
            "_HANDLER");
  }

  @Test
  void without_snapstart_a_worker_uses_the_keys_of_its_environment() throws Exception {
    WorkerProcess worker = start("DiscoverDatabase", false);
    assertThat(invoke(worker, DISCOVER)).contains("\"orders\"");
    assertThat(variables(worker))
        .contains("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")
        .doesNotContain("AWS_CONTAINER_CREDENTIALS_FULL_URI");
  }

  @Test
  void calls_are_made_as_the_workers_own_role() throws Exception {
    invoke(start("DiscoverDatabase", true), DISCOVER);
    assertThat(calls())
        .isNotEmpty()
        .allMatch(call -> call.caller().role().equals("DiscoverDatabase"));
  }

  @Test
  void before_the_snapshot_every_client_is_primed_and_a_warm_up_has_nothing_left_to_do()
      throws Exception {
    WorkerProcess worker = start("RegisterTargets", true);
    worker.awaitStart();
    TreeSet<String> services =
        calls().stream()
            .map(call -> call.action().substring(0, call.action().indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(services).containsExactly("dynamodb", "elasticloadbalancing", "rds");
    int primed = calls().size();
    assertThat(invoke(worker, WarmFunctions.PAYLOAD)).isEqualTo(WarmFunctions.PAYLOAD);
    assertThat(calls()).hasSize(primed);
    assertThat(log).noneMatch(line -> line.contains("not primed"));
  }

  @Test
  void an_error_leaves_under_its_full_class_name() {
    WorkerProcess worker = start("DiscoverDatabase", true);
    assertThatThrownBy(() -> invoke(worker, "{\"databaseIdentifier\": \"nobodys\"}"))
        .isInstanceOfSatisfying(
            FunctionError.class,
            error ->
                assertThat(error.payload())
                    .contains("\"errorType\":\"dev.drawbridge.error.InvalidRequest\"")
                    .contains("nobodys"));
  }

  @Test
  void a_worker_that_cannot_start_says_why() {
    WorkerFunction worker = worker("RegisterTargets");
    WorkerProcess unset = world.workers().start(worker, new Settings(Map.of()), log::add, true);
    assertThatThrownBy(() -> invoke(unset, "{}"))
        .isInstanceOfSatisfying(
            FunctionError.class, error -> assertThat(error.payload()).contains("DRAWBRIDGE_TABLE"));
  }

  @Test
  void a_process_that_dies_is_a_crash() throws Exception {
    WorkerProcess worker = start("DiscoverDatabase", true);
    invoke(worker, DISCOVER);
    ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
    assertThatThrownBy(() -> invoke(worker, DISCOVER)).isInstanceOf(WorkerCrash.class);
  }

  private WorkerProcess start(String name, boolean snapStart) {
    WorkerFunction worker = worker(name);
    Map<String, String> variables =
        worker.settings().stream()
            .collect(Collectors.toMap(setting -> setting, WorkerProcessIT::value));
    return world.workers().start(worker, new Settings(variables), log::add, snapStart);
  }

  private static WorkerFunction worker(String name) {
    return Catalogue.workers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String value(String setting) {
    return setting.equals(Settings.TABLE) ? "drawbridge" : "unused";
  }

  private String invoke(WorkerProcess worker, String payload) throws IOException, FunctionError {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var clock = world.scenario().world().scheduler();
    Invocation invocation =
        new Invocation(
            UUID.randomUUID().toString(),
            "worker",
            "1",
            "arn:aws:lambda:eu-central-1:111111111111:function:worker:live",
            Scenario.PROVIDER.account(),
            Scenario.PROVIDER.region(),
            "worker",
            true,
            clock.now().plus(Duration.ofMinutes(1)),
            clock);
    worker.handle(
        new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), out, invocation);
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<CallRecord> calls() {
    return world
        .scenario()
        .world()
        .scheduler()
        .exclusively(
            () ->
                world.scenario().world().callLog().calls().stream()
                    .filter(world.scenario().installation()::byWorker)
                    .toList());
  }

  /** The names of the variables of a process, as the kernel has them. */
  private static List<String> variables(WorkerProcess worker) throws IOException {
    String all = Files.readString(Path.of("/proc", String.valueOf(worker.pid()), "environ"));
    return Stream.of(all.split("\0", -1))
        .filter(line -> !line.isEmpty())
        .map(line -> line.substring(0, line.indexOf('=')))
        .toList();
  }
}
