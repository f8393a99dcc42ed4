package dev.drawbridge.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.consumer.Application;
import dev.drawbridge.lab.consumer.Application.Entry;
import dev.drawbridge.lab.consumer.Attempt;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Plays one onboarding on a {@link Stage}: the workflow, the consumer, the approver. */
final class OnboardingScene {
  /**
   * What came of it.
   *
   * @param endpoint the consumer's
   * @param application knows the way to the database
   */
  record Played(
      Report.Onboarding onboarding,
      Report.Entrances path,
      Report.Data data,
      VpcEndpoint endpoint,
      Application application) {}

  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final Duration PATIENCE_OF_A_PERSON = Duration.ofHours(2);

  /** The workers by which the lab's page looks, and nobody else in a demo. */
  private static final Set<String> WATCHING = Set.of("ReadDatabase", "ReadApprovals");

  private final Stage stage;
  private final Scenario scenario;
  private final Progress progress;
  private final Optional<ServedPages> pages;

  /**
   * On that stage.
   *
   * @param pages where a person answers; without them the approver says yes
   */
  OnboardingScene(Stage stage, Progress progress, Optional<ServedPages> pages) {
    this.stage = stage;
    this.scenario = stage.scenario();
    this.progress = progress;
    this.pages = pages;
  }

  /**
   * Plays it to its end.
   *
   * @throws LabException if it does not succeed
   */
  Played play() {
    expose();
    showStates();
    Approver approver = scenario.approver("grace@example.com");
    Onboarding run = scenario.onboard(request());
    require(run, "WaitForConsumer");
    VpcEndpoint endpoint = createEndpoint();
    require(run, "RequestApproval");
    int blocked = tryEarly(endpoint);
    decide(approver);
    DescribeExecutionResponse end = run.end(pages.isPresent() ? PATIENCE_OF_A_PERSON : LONGEST);
    if (!end.statusAsString().equals("SUCCEEDED")) {
      throw new LabException("onboarding ended " + end.statusAsString() + ": " + end.cause());
    }
    JsonNode result = run.output();
    Application application = stage.application(entry(result, "writer"), entry(result, "reader"));
    return new Played(
        onboarding(run, end),
        new Report.Entrances(entrance(result, "writer"), entrance(result, "reader")),
        new FirstUse(application, progress).of(blocked),
        endpoint,
        application);
  }

  /** Before anybody asks: ports for instances are later more than was approved. */
  private void expose() {
    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", true));
    progress.note("owner", "has orders exposed, with a port for each instance");
    scenario.world().scheduler().exclusively(() -> scenario.world().callLog().clear());
  }

  /** What is as usual is left out, as people do. */
  private String request() {
    return RequestText.to("orders").without("acceptHostBlockRisk").json();
  }

  private void decide(Approver approver) {
    String question = approver.question(1);
    if (pages.isPresent()) {
      progress.plain("");
      progress.plain("Approve or deny in a browser; sign in as grace or joan, no password:");
      progress.plain("  " + pages.get().question(question));
      progress.plain("");
      return;
    }
    ApiCaller.Reply result = approver.approve(question);
    if (!result.succeeded()) {
      throw new LabException("the answer was refused: " + result.body());
    }
    progress.note("approver", "approves " + question);
  }

  private void showStates() {
    scenario
        .world()
        .scheduler()
        .exclusively(
            () -> {
              scenario
                  .world()
                  .states()
                  .onHistory(
                      (execution, event) -> {
                        if (event.stateEnteredEventDetails() != null) {
                          progress.state(event.stateEnteredEventDetails().name());
                        }
                      });
              return true;
            });
  }

  private static void require(Onboarding run, String state) {
    if (!run.reaches(state, LONGEST)) {
      DescribeExecutionResponse end = run.describe();
      throw new LabException(
          "onboarding did not reach %s: %s %s %s"
              .formatted(state, end.statusAsString(), end.error(), end.cause()));
    }
  }

  /** The consumer sees which service its account is offered, and asks for an endpoint to it. */
  private VpcEndpoint createEndpoint() {
    String service =
        scenario
            .consumer()
            .clients()
            .ec2()
            .describeVpcEndpointServices(r -> {})
            .serviceDetails()
            .stream()
            .map(each -> each.serviceName())
            .filter(name -> name.contains(".vpce-svc-"))
            .findFirst()
            .orElseThrow(() -> new LabException("the consumer is offered no service"));
    VpcEndpoint endpoint = scenario.consumer().createEndpoint(service);
    progress.note("consumer", "creates " + endpoint.vpcEndpointId() + " to " + service);
    return endpoint;
  }

  /** While nobody has approved, every attempt must fail. */
  private int tryEarly(VpcEndpoint endpoint) {
    String address =
        scenario
            .consumer()
            .clients()
            .ec2()
            .describeNetworkInterfaces(r -> r.networkInterfaceIds(endpoint.networkInterfaceIds()))
            .networkInterfaces()
            .getFirst()
            .privateIpAddress();
    Application early =
        new Application(
            name -> List.of(address),
            stage.cluster().dialect(),
            new Entry("early", stage.cluster().dialect().port() + 1),
            new Entry("early", stage.cluster().dialect().port()),
            new Random());
    List<Attempt> attempts =
        Stream.of(early.writer(), early.reader()).parallel().map(early::connect).toList();
    if (attempts.stream().anyMatch(Attempt::succeeded)) {
      throw new LabException("a connection opened before anybody had approved it");
    }
    progress.note("consumer", "tries both ports of " + address + ": no answer, as it should be");
    return attempts.size();
  }

  private Report.Onboarding onboarding(Onboarding run, DescribeExecutionResponse end) {
    Duration took = Duration.between(end.startDate(), end.stopDate());
    return new Report.Onboarding(
        end.statusAsString(),
        took.toMillis() / 1000.0,
        scenario.world().scheduler().exclusively(run::stateTransitions),
        scenario.world().scheduler().exclusively(run::historyEvents),
        scenario.world().scheduler().exclusively(this::workerCalls));
  }

  /** Those of the run and of people: where somebody watches, the lab's page looks for itself. */
  private Map<String, Long> workerCalls() {
    return scenario
        .world()
        .callLog()
        .counts(
            call ->
                scenario.installation().byWorker(call) && !WATCHING.contains(call.caller().role()));
  }

  private static Entry entry(JsonNode result, String name) {
    Report.Entrance entrance = entrance(result, name);
    return new Entry(entrance.host(), entrance.port());
  }

  private static Report.Entrance entrance(JsonNode result, String name) {
    JsonNode host = result.path(name);
    return new Report.Entrance(host.path("host").asText(), host.path("port").asInt());
  }
}
