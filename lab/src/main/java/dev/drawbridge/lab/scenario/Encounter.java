package dev.drawbridge.lab.scenario;

import dev.drawbridge.simulator.network.PathResult;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * One onboarding with the people in it: the consumer who makes an endpoint when invited, and the
 * approver who answers.
 */
public final class Encounter {
  private static final Pattern SERVICE =
      Pattern.compile("(cn\\.)?com\\.amazonaws\\.vpce\\.[a-z0-9-]+\\.vpce-svc-[0-9a-f]+");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Scenario scenario;
  private final ConsumerSite consumer;
  private final Approver approver;
  private final Onboarding run;

  private Encounter(Scenario scenario, ConsumerSite consumer, Approver approver, Onboarding run) {
    this.scenario = scenario;
    this.consumer = consumer;
    this.approver = approver;
    this.run = run;
  }

  /** Ada asks for a path; nobody else has done anything yet. */
  public static Encounter start(
      Scenario scenario, ConsumerSite consumer, Approver approver, String request) {
    return new Encounter(scenario, consumer, approver, scenario.onboard(request));
  }

  /** The same with a run that somebody unknown starts, as in the console. */
  public static Encounter startByHand(
      Scenario scenario, ConsumerSite consumer, Approver approver, String request) {
    return new Encounter(scenario, consumer, approver, scenario.startByHand(request));
  }

  /** The run. */
  public Onboarding run() {
    return run;
  }

  /** Lets the world go on until the run waits for the consumer. */
  public Encounter invited() {
    int before = approver.invitations().size();
    if (!run.reaches("WaitForConsumer", HOUR)) {
      throw new IllegalStateException(
          "not invited: %s, %s".formatted(run.statesEntered(), run.describe().cause()));
    }
    // Entered is not yet waiting: the worker must have kept the token and told people.
    scenario
        .world()
        .scheduler()
        .await(() -> approver.invitations().size() > before, Duration.ofMinutes(2));
    return this;
  }

  /** The consumer makes an endpoint to the database's service. */
  public VpcEndpoint createEndpoint() {
    return consumer.createEndpoint(serviceName());
  }

  /** Lets the world go on until the approver has a new question, and returns it. */
  public String question() {
    int before = approver.questions().size();
    if (!run.reaches("RequestApproval", HOUR)) {
      throw new IllegalStateException("not asked: " + run.statesEntered() + run.describe());
    }
    return approver.question(before + 1);
  }

  /** Lets the world go on until the run ends. */
  public DescribeExecutionResponse end() {
    return run.end(HOUR);
  }

  /** Everybody does their part at once, and the run ends. Returns the consumer's endpoint. */
  public VpcEndpoint finish() {
    invited();
    VpcEndpoint endpoint = createEndpoint();
    approver.approve(question());
    end();
    return endpoint;
  }

  /** Where an endpoint of the consumer's stands. */
  public String stateOf(VpcEndpoint endpoint) {
    return consumer.endpoint(endpoint.vpcEndpointId()).stateAsString();
  }

  /** What becomes of a connection of the consumer's application through the endpoint. */
  public PathResult connect(VpcEndpoint endpoint, int port) {
    String name = endpoint.dnsEntries().getFirst().dnsName();
    String address =
        scenario.world().zones().lookup("public", name).orElseThrow().addresses().getFirst();
    return consumer.connect(address, port);
  }

  /**
   * The name of the endpoint service in the latest invitation.
   *
   * @throws IllegalStateException if nobody has been invited
   */
  public String serviceName() {
    return approver.invitations().reversed().stream()
        .flatMap(invitation -> SERVICE.matcher(invitation).results())
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody has been invited"));
  }
}
