package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.Definitions;
import dev.drawbridge.engine.definition.Workflow;
import dev.drawbridge.engine.integration.AwsIntegrations;
import dev.drawbridge.engine.integration.ChildExecutions.Answer;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.run.Engine;
import dev.drawbridge.engine.run.Run;
import dev.drawbridge.engine.run.RunSettings;
import dev.drawbridge.engine.step.Identity;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.engine.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An engine on a virtual clock, with the functions, queues and state machines of one case. */
final class CaseWorld {
  private static final String STATES =
      "arn:aws:states:%s:%s:".formatted(ConformanceCase.REGION, ConformanceCase.ACCOUNT);
  private static final String ROLE =
      "arn:aws:iam::" + ConformanceCase.ACCOUNT + ":role/conformance";

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 1);
  private final Map<String, Workflow> machines = new HashMap<>();
  private final JsonNode subject;
  private final StubServices services;
  private final Engine engine;

  CaseWorld(JsonNode subject) {
    this.subject = subject;
    this.services = new StubServices(subject.path("functions"), scheduler, this::startChild);
    this.engine = new Engine(scheduler, RunSettings.immediate(), services);
    subject
        .path("stateMachines")
        .properties()
        .forEach(
            machine ->
                create(
                    machine.getKey().replaceFirst(".*:stateMachine:", ""),
                    machine.getValue().path("definition")));
  }

  /** Runs an execution to its end. */
  Run run(JsonNode definition, JsonNode input) {
    create("ConformanceCase", definition);
    Run run = begin("ConformanceCase", null, PythonJson.payload(input));
    new StubCallbacks(scheduler, engine.tokens(), run).install(subject.path("callbacks"), services);
    scheduler.await(() -> run.execution().status() != Status.RUNNING, Duration.ofDays(400));
    return run;
  }

  private void create(String name, JsonNode definition) {
    Workflow workflow = Definitions.read(definition.toString(), AwsIntegrations.catalogue());
    machines.put(name, workflow);
  }

  private Run begin(String machine, @Nullable String name, Payload input) {
    String called = name == null ? uuid() : name;
    Workflow workflow = machines.get(machine);
    if (workflow == null) {
      throw new IllegalArgumentException("no state machine " + machine);
    }
    Identity identity =
        new Identity(
            STATES + "execution:" + machine + ":" + called,
            called,
            ConformanceCase.REGION,
            ROLE,
            STATES + "stateMachine:" + machine,
            machine);
    return engine.start(identity, workflow, input);
  }

  private Answer startChild(
      TaskRequest parent, String stateMachineArn, @Nullable String name, String input) {
    String machine = stateMachineArn.replaceFirst(".*:stateMachine:", "");
    return machines.containsKey(machine)
        ? new Answer.Started(begin(machine, name, Engine.input(input)))
        : new Answer.Refused(
            400,
            "StateMachineDoesNotExist",
            "State Machine Does Not Exist: '%s'".formatted(stateMachineArn));
  }

  private String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
