package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A consumer whose yes is one to a path without enforcement, on record or given to a change that
 * came to nothing, gets no addresses of it: the rules of a load balancer let in whoever has one.
 */
class HalfApprovedChangeTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String EVERYBODY = "127.0.0.0/8";
  private static final RequestText OWNER = RequestText.ofOwner("orders");
  private static final RequestText A = RequestText.to("orders");
  private static final RequestText B = A.with("consumerAccountId", "333333333333");

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(7));
  private final Approver grace = scenario.approver("grace@example.com");
  private final ConsumerSite second =
      scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");

  @BeforeEach
  void setUp() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @Test
  void a_yes_to_a_change_that_another_was_denied_opens_nothing() {
    scenario.expose(OWNER.with("enforcement", "on"));
    start(scenario.consumer(), in(A, "127.20.99.0/24")).finish();
    Encounter other = start(second, in(B, "127.30.99.0/24"));
    VpcEndpoint endpoint = other.finish();
    assertThat(other.connect(endpoint, 5433)).isInstanceOf(Blocked.class);
    int asked = grace.questions().size();
    Onboarding change = scenario.startByHand(OWNER.with("enforcement", "off").json());
    approve(grace.question(asked + 1));
    grace.deny(grace.question(asked + 2));
    assertThat(change.end(HOUR).error()).isEqualTo("Denied");

    Onboarding wide = sign(in(A, EVERYBODY));

    assertThat(wide.reaches("RequestApproval", HOUR)).isTrue();
    assertThat(other.connect(endpoint, 5433)).isInstanceOf(Blocked.class);
    grace.deny(grace.question(asked + 3));
    assertThat(wide.end(HOUR).error()).isEqualTo("Denied");

    Onboarding again = scenario.startByHand(OWNER.with("enforcement", "off").json());
    approve(grace.question(asked + 4));
    approve(grace.question(asked + 5));
    assertThat(again.end(HOUR).status()).as("%s", again).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(other.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void a_yes_of_the_time_before_enforcement_opens_nothing_under_it() {
    start(scenario.consumer(), A).finish();
    scenario.expose(OWNER.with("enforcement", "on").with("force", true));
    Encounter other = start(second, in(B, "127.30.99.0/24"));
    VpcEndpoint endpoint = other.finish();

    Onboarding wide = sign(in(A, EVERYBODY));

    assertThat(wide.reaches("RequestApproval", HOUR)).isTrue();
    assertThat(other.connect(endpoint, 5433)).isInstanceOf(Blocked.class);
  }

  @Test
  void a_wish_of_the_consumer_mutes_no_question_about_a_change_and_stops_no_change() {
    scenario.expose(OWNER.with("enforcement", "on"));
    Encounter first = start(scenario.consumer(), in(A, "127.20.99.0/24"));
    VpcEndpoint endpoint = first.finish();
    int asked = grace.questions().size();
    Onboarding change = scenario.startByHand(OWNER.with("enforcement", "off").json());
    String question = grace.question(asked + 1);
    Onboarding wish = sign(in(A, "127.20.99.0/24").with("purpose", "anything"));
    String own = grace.question(asked + 2);

    approve(question);

    assertThat(change.end(HOUR).status())
        .as("%s", change.describe())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    approve(own);
    assertThat(wish.end(HOUR).cause()).contains("enforcement off since endpoint");
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void a_stranger_who_asks_during_the_question_ends_no_change() {
    scenario.expose(OWNER.with("enforcement", "on"));
    Encounter first = start(scenario.consumer(), in(A, "127.20.99.0/24"));
    VpcEndpoint endpoint = first.finish();
    int asked = grace.questions().size();
    Onboarding change = scenario.startByHand(OWNER.with("enforcement", "off").json());
    String question = grace.question(asked + 1);
    Encounter stranger = start(second, in(B, "127.30.99.0/24")).invited();
    VpcEndpoint another = stranger.createEndpoint();
    String own = stranger.question();

    approve(question);
    assertThat(change.reaches("CreateSecurityGroup", HOUR)).isTrue();
    grace.approve(own);

    assertThat(change.end(HOUR).status())
        .as("%s", change.describe())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    assertThat(stranger.end().cause()).contains("enforcement off since endpoint");
    assertThat(stranger.stateOf(another)).isEqualTo("rejected");
  }

  /** Nobody vouches for who started a run by hand: one more yes. */
  private void approve(String question) {
    grace.approve(question);
    scenario.approver("joan@example.com").approve(question);
  }

  private Onboarding sign(RequestText request) {
    return Onboarding.ask(
        scenario.world(),
        scenario.installation(),
        scenario.caller(Principal.session(Scenario.CONSUMER.account(), "program", "x")),
        request.json());
  }

  private static RequestText in(RequestText request, String cidr) {
    return request.with("consumerCidrs", List.of(cidr));
  }

  private Encounter start(ConsumerSite consumer, RequestText request) {
    return Encounter.start(scenario, consumer, grace, request.json());
  }
}
