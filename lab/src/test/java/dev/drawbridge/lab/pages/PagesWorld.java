package dev.drawbridge.lab.pages;

import dev.drawbridge.lab.installation.Pages;
import dev.drawbridge.lab.issuer.DemoIssuer;
import dev.drawbridge.lab.issuer.IdTokenMaker;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.apigateway.FrontDoor;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The world of the scenarios with pages and an issuer, and a database that somebody asks for. */
final class PagesWorld implements AutoCloseable {
  static final Duration HOUR = Duration.ofHours(1);
  static final String BASE = "https://pages.drawbridge.test/live";

  private static final long SEED = 7;

  private final Scenario scenario;
  private final DemoIssuer issuer;
  private final FrontDoor door;
  private final Approver inbox;

  PagesWorld() {
    this(maker -> maker);
  }

  PagesWorld(UnaryOperator<IdTokenMaker> maker) {
    this(SEED, maker);
  }

  /** The world of another chance. */
  PagesWorld(long seed) {
    this(seed, maker -> maker);
  }

  private PagesWorld(long seed, UnaryOperator<IdTokenMaker> maker) {
    scenario = RecordedCalls.watched(Scenario.virtual(seed));
    issuer = new DemoIssuer(0, scenario.world().scheduler(), maker);
    door = scenario.installation().pages();
    scenario.installation().pagesAt(new Pages(BASE, issuer.url()));
    inbox = scenario.approver("inbox@example.com");
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  /** The same pages on loopback, for a real browser. */
  LoopbackServer serve() {
    try {
      LoopbackServer server = new LoopbackServer(door::handle, 0);
      scenario.installation().pagesAt(new Pages(server.url().toString(), issuer.url()));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Scenario scenario() {
    return scenario;
  }

  Approver inbox() {
    return inbox;
  }

  /** Every event of Drawbridge's own that the bus delivers from now on; the list grows. */
  List<String> events() {
    String queue = Scenario.PROVIDER.arn("sqs", "audit");
    scenario
        .world()
        .queues()
        .create(
            Scenario.PROVIDER,
            "audit",
            "events.amazonaws.com",
            Scenario.PROVIDER.arn("events", "rule/audit"));
    EventBridgeClient bus = scenario.installation().clientsOf("operator").eventBridge();
    bus.putRule(r -> r.name("audit").eventPattern("{\"source\":[\"drawbridge\"]}"));
    bus.putTargets(r -> r.rule("audit").targets(Target.builder().id("q").arn(queue).build()));
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    List<String> events = new CopyOnWriteArrayList<>();
    scenario.world().events().onDelivered(events::add);
    return events;
  }

  Browser browser() {
    return new Browser(door, BASE);
  }

  /** Ada asks for the first consumer, whose endpoint waits then. */
  Asked ask() {
    return ask(scenario.onboard(RequestText.to("orders").json()), scenario.consumer(), 1);
  }

  /** Somebody whom nobody knows asks. */
  Asked askByHand() {
    return ask(scenario.startByHand(RequestText.to("orders").json()), scenario.consumer(), 1);
  }

  /** Ada asks for one more consumer. */
  Asked askFor(ConsumerSite consumer, int question) {
    return ask(
        scenario.onboard(
            RequestText.to("orders")
                .with("consumerAccountId", consumer.account().account())
                .json()),
        consumer,
        question);
  }

  private Asked ask(Onboarding run, ConsumerSite consumer, int question) {
    if (!run.reaches("WaitForConsumer", HOUR)) {
      throw new AssertionError(run.describe().toString());
    }
    consumer.createEndpoint(serviceName(consumer));
    if (!run.reaches("RequestApproval", HOUR)) {
      throw new AssertionError(run.describe().toString());
    }
    return new Asked(run, inbox.question(question));
  }

  private static String serviceName(ConsumerSite consumer) {
    return consumer.clients().ec2().describeVpcEndpointServices(r -> {}).serviceDetails().stream()
        .map(each -> each.serviceName())
        .filter(name -> name.contains(".vpce-svc-"))
        .findFirst()
        .orElseThrow();
  }

  /** A run that waits, and its question. */
  record Asked(Onboarding run, String question) {
    String path() {
      return "/approvals/" + question;
    }

    /** What the form of the page that was shown sends back. */
    Map<String, String> form(Browser.Reply page, String decision) {
      String action = BASE + path();
      return Map.of(
          "decision",
          decision,
          "comment",
          "for the shop",
          "digest",
          page.hidden(action, "digest"),
          "nonce",
          page.hidden(action, "nonce"));
    }
  }

  @Override
  public void close() {
    issuer.close();
  }
}
