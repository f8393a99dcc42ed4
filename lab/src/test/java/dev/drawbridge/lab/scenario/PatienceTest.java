package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What becomes of a run while it waits for people. */
class PatienceTest {
  private static final Duration WEEKS = Duration.ofDays(15);
  private static final String REQUEST =
      RequestText.to("orders").without("acceptHostBlockRisk").json();

  private final Scenario scenario = Scenario.virtual(3);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void setUp() {
    // Weeks of health checks: with MySQL's default every load balancer node would be blocked by
    // now.
    scenario
        .provider()
        .database(
            NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                .readers(1)
                .parameter("max_connect_errors", "1000000"));
  }

  @Test
  void a_consumer_who_comes_on_day_13_is_served_and_the_wait_takes_no_real_time() {
    Encounter encounter = start().invited();
    long before = System.nanoTime();
    scenario.world().scheduler().pause(Duration.ofDays(13));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    assertThat(encounter.run().describe().status()).isEqualTo(ExecutionStatus.RUNNING);

    VpcEndpoint endpoint = encounter.createEndpoint();
    grace.approve(encounter.question());

    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(encounter.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void a_consumer_who_never_comes_loses_the_principal() {
    Encounter encounter = start().invited();
    assertFailed(encounter.run().end(WEEKS), "Expired");
    assertThat(scenario.principals()).isEmpty();
  }

  @Test
  void a_question_that_nobody_answers_expires_and_the_endpoint_never_carried_anything() {
    Encounter encounter = start().invited();
    VpcEndpoint endpoint = encounter.createEndpoint();
    encounter.question();
    assertThat(encounter.connect(endpoint, 3306)).isInstanceOf(Blocked.class);
    assertThat(encounter.connect(endpoint, 3307)).isInstanceOf(Blocked.class);

    assertFailed(encounter.run().end(WEEKS), "Expired");

    assertThat(encounter.stateOf(endpoint)).isEqualTo("expired");
    assertThat(scenario.principals()).isEmpty();
  }

  @Test
  void a_denial_rejects_the_endpoint_and_takes_the_principal_back() {
    Encounter encounter = start().invited();
    VpcEndpoint endpoint = encounter.createEndpoint();
    grace.deny(encounter.question());

    assertFailed(encounter.end(), "Denied");

    assertThat(encounter.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(scenario.principals()).isEmpty();
    assertThat(encounter.connect(endpoint, 3307)).isInstanceOf(Blocked.class);
  }

  @Test
  void an_available_connection_survives_the_denial_of_a_further_endpoint() {
    Encounter first = start();
    VpcEndpoint works = first.finish();
    VpcEndpoint further = first.createEndpoint();
    Encounter second = start();
    grace.deny(second.question());

    assertFailed(second.end(), "Denied");

    assertThat(first.stateOf(works)).isEqualTo("available");
    assertThat(first.connect(works, 3307)).isInstanceOf(Reached.class);
    assertThat(first.stateOf(further)).isEqualTo("rejected");
    assertThat(scenario.principals()).containsExactly("arn:aws:iam::222222222222:root");
  }

  @Test
  void an_endpoint_that_is_deleted_during_approval_sends_the_run_back_to_wait_for_another() {
    Encounter encounter = start().invited();
    VpcEndpoint gone = encounter.createEndpoint();
    String question = encounter.question();
    scenario.consumer().deleteEndpoint(gone.vpcEndpointId());
    encounter.invited();
    assertThat(grace.invitations().getLast()).contains(gone.vpcEndpointId());

    VpcEndpoint another = encounter.createEndpoint();
    String next = encounter.question();
    assertThat(next).isNotEqualTo(question);
    grace.approve(next);

    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(encounter.stateOf(another)).isEqualTo("available");
  }

  @Test
  void an_endpoint_of_an_account_that_was_not_invited_is_refused_by_aws() {
    Encounter encounter = start().invited();
    ConsumerSite stranger = stranger();
    assertThatThrownBy(() -> stranger.createEndpoint(encounter.serviceName()))
        .isInstanceOf(Ec2Exception.class);
  }

  @Test
  void an_endpoint_of_another_account_is_never_taken_for_the_consumers() {
    Encounter encounter = start().invited();
    ConsumerSite stranger = stranger();
    // Somebody lets a further account in by hand, past Drawbridge.
    scenario
        .installation()
        .clientsOf("administrator")
        .ec2()
        .modifyVpcEndpointServicePermissions(
            r ->
                r.serviceId(scenario.endpointService().serviceId())
                    .addAllowedPrincipals("arn:aws:iam::333333333333:root"));
    VpcEndpoint foreign = stranger.createEndpoint(encounter.serviceName());
    scenario.world().scheduler().pause(Duration.ofHours(1));
    assertThat(encounter.run().statesEntered()).doesNotContain("RequestApproval");

    encounter.createEndpoint();
    grace.approve(encounter.question());

    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(stranger.endpoint(foreign.vpcEndpointId()).stateAsString())
        .isEqualToIgnoringCase("pendingAcceptance");
  }

  @Test
  void a_schedule_finds_the_endpoint_whose_notice_was_lost() {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    Encounter encounter = start().invited();
    String notification =
        operator()
            .describeVpcEndpointConnectionNotifications(r -> {})
            .connectionNotificationSet()
            .getFirst()
            .connectionNotificationId();
    operator()
        .deleteVpcEndpointConnectionNotifications(r -> r.connectionNotificationIds(notification));
    encounter.createEndpoint();
    grace.approve(encounter.question());
    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  }

  private ConsumerSite stranger() {
    return scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
  }

  private Ec2Client operator() {
    return scenario.installation().clientsOf("operator").ec2();
  }

  private static void assertFailed(DescribeExecutionResponse run, String error) {
    assertThat(run.status()).as(run.cause()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.error()).as(run.cause()).isEqualTo(error);
  }
}
