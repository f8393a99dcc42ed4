package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * However an onboarding stands or has ended, its consumer can leave: stopped at every state and
 * redriven, or with a worker that dies before and after each kind of change. {@code
 * -Ddrawbridge.ends=all} plays every trouble on every end; each end meets one of them otherwise.
 */
class EveryEndTest {
  private static final boolean ALL = "all".equals(System.getProperty("drawbridge.ends"));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText REQUEST = RequestText.to("orders");

  /** More than a task and the SDK in it try. */
  private static final int TRIES_OF_A_TASK = 40;

  private static final List<String> STATES =
      List.of(
          "BeginOffboarding",
          "RejectEndpoints",
          "RemovePrincipal",
          "RemoveConsumerRules",
          "OutliveWorkers",
          "DecideTeardown",
          "DeleteEndpointService",
          "DeleteLoadBalancer",
          "DeleteTargetGroups",
          "RevokeAdmission",
          "DeleteSecurityGroup",
          "CompleteOffboarding");

  private static final List<Fault> FAULTS =
      List.of(
          Fault.CRASH_BEFORE_EFFECT,
          Fault.CRASH_AFTER_EFFECT,
          Fault.TIMEOUT_AFTER_EFFECT,
          Fault.THROTTLED);

  private static final List<String> CHANGES =
      List.of(
          "dynamodb:PutItem",
          "ec2:RejectVpcEndpointConnections",
          "ec2:ModifyVpcEndpointServicePermissions",
          "ec2:DeleteVpcEndpointServiceConfigurations",
          "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:DeleteTargetGroup",
          "ec2:DeleteSecurityGroup",
          "sns:Publish");

  /** How it stands when its end is ordered. */
  enum Stand {
    JUST_ASKED,
    BUILDING,
    INVITED,
    ASKED_ABOUT,
    ONBOARDED,
    TWO_ENDPOINTS,
    ENDPOINT_DELETED,
    DENIED,
    FURTHER_ONE_DENIED,
    NEVER_CAME,
    NEVER_ANSWERED,
    UNVERIFIED,
    BROKEN_OFF,
    STOPPED,
    LATER_WISH_WAITS,
    LEFT_AND_ASKED_AGAIN,
    DATABASE_DELETED,
    DATABASE_RENAMED,
    STARTED_BY_HAND,
  }

  private final Scenario scenario = Scenario.virtual(1515);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Approver joan = scenario.approver("joan@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final DbId database =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  private final Set<String> before = Footprint.of(scenario);

  static Stream<Arguments> ends() {
    List<Stand> stands = List.of(Stand.values());
    return IntStream.range(0, stands.size())
        .boxed()
        .flatMap(turn -> troubles(stands.get(turn), turn));
  }

  private static Stream<Arguments> troubles(Stand stand, int turn) {
    return ALL
        ? Stream.concat(
            STATES.stream().map(state -> Arguments.of(stand, state)),
            FAULTS.stream().map(fault -> Arguments.of(stand, fault.name())))
        : Stream.of(
            Arguments.of(
                stand,
                turn % 3 == 2
                    ? FAULTS.get(turn / 3 % FAULTS.size()).name()
                    : STATES.get(turn % STATES.size())));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("ends")
  void leaves_nothing_behind(Stand stand, String trouble) {
    come(stand);
    String id = stand == Stand.STARTED_BY_HAND ? "" : ada.onboardingId();
    if (STATES.contains(trouble)) {
      Offboarding first = order(id);
      if (first.reaches(trouble)) {
        first.stop();
        first.redrive();
      }
      assertEnded(first);
    } else {
      for (String change : CHANGES) {
        scenario
            .world()
            .faults()
            .plan(
                (caller, called) ->
                    scenario.installation().isWorker(caller) && called.equals(change),
                Fault.valueOf(trouble),
                1);
      }
      assertEnded(order(id));
    }
    scenario.world().scheduler().pause(HOUR);

    assertThat(Footprint.of(scenario)).isEqualTo(before);
    if (!id.isEmpty()) {
      JsonNode left = ada.call("GET", "/onboardings/" + id).body();
      assertThat(left.path("status").asText()).isEqualTo("OFFBOARDED");
      assertThat(left.path("approvedEndpoints")).isEmpty();
    }
  }

  private static void assertEnded(Offboarding run) {
    DescribeExecutionResponse end = run.end();
    assertThat(end.error()).as("%s", end.cause()).isNull();
  }

  private Offboarding order(String id) {
    return id.isEmpty()
        ? Offboarding.startByHand(
            scenario,
            "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\",\"teardown\":true}")
        : Offboarding.order(scenario, ada, id, true);
  }

  private void come(Stand stand) {
    switch (stand) {
      case JUST_ASKED -> scenario.onboard(REQUEST.json());
      case BUILDING -> start().run().reaches("CreateListeners", HOUR);
      case INVITED -> start().invited();
      case ASKED_ABOUT -> asked();
      case ONBOARDED -> start().finish();
      case TWO_ENDPOINTS -> {
        Encounter first = start();
        first.finish();
        first.createEndpoint();
        Encounter again = start();
        grace.approve(again.question());
        again.end();
      }
      case ENDPOINT_DELETED -> scenario.consumer().deleteEndpoint(start().finish().vpcEndpointId());
      case DENIED -> {
        Encounter there = asked();
        grace.deny(grace.questions().getLast());
        there.end();
      }
      case FURTHER_ONE_DENIED -> {
        Encounter first = start();
        first.finish();
        first.createEndpoint();
        Encounter again = start();
        grace.deny(again.question());
        again.end();
      }
      case NEVER_CAME -> start().invited().run().end(Duration.ofDays(15));
      case NEVER_ANSWERED -> asked().run().end(Duration.ofDays(8));
      case UNVERIFIED -> unverified();
      case BROKEN_OFF -> brokenOff();
      case STOPPED -> asked().run().stop();
      case LATER_WISH_WAITS -> {
        start().finish();
        Encounter wish =
            Encounter.start(
                scenario, scenario.consumer(), grace, REQUEST.with("purpose", "more").json());
        wish.question();
      }
      case LEFT_AND_ASKED_AGAIN -> {
        start().finish();
        Offboarding.order(scenario, ada, ada.onboardingId(), false).end();
        start().finish();
      }
      case DATABASE_DELETED -> {
        start().finish();
        scenario.world().rds().destroy(database);
        scenario.world().scheduler().pause(HOUR);
      }
      case DATABASE_RENAMED -> {
        start().finish();
        scenario.world().rds().rename(database, "renamed");
        scenario.world().scheduler().pause(HOUR);
      }
      case STARTED_BY_HAND -> {
        Encounter there =
            Encounter.startByHand(scenario, scenario.consumer(), grace, REQUEST.json()).invited();
        there.createEndpoint();
        String question = there.question();
        grace.approve(question);
        joan.approve(question);
        there.end();
      }
    }
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST.json());
  }

  private Encounter asked() {
    Encounter there = start().invited();
    there.createEndpoint();
    there.question();
    return there;
  }

  /** Somebody opens the service to everybody while the endpoint is accepted. */
  private void unverified() {
    Encounter there = asked();
    Ec2Client ec2 = scenario.installation().clientsOf("operator").ec2();
    String service = scenario.endpointService().serviceId();
    ec2.modifyVpcEndpointServicePermissions(r -> r.serviceId(service).addAllowedPrincipals("*"));
    grace.approve(grace.questions().getLast());
    assertThat(there.end().error()).isEqualTo("AcceptedUnverified");
    ec2.modifyVpcEndpointServicePermissions(r -> r.serviceId(service).removeAllowedPrincipals("*"));
  }

  private void brokenOff() {
    Encounter there = start().invited();
    VpcEndpoint endpoint = there.createEndpoint();
    scenario
        .world()
        .faults()
        .plan("ec2:AcceptVpcEndpointConnections", Fault.INTERNAL_ERROR, TRIES_OF_A_TASK);
    grace.approve(there.question());
    assertThat(there.end().error()).as(endpoint.vpcEndpointId()).isEqualTo("BrokenOff");
  }
}
