package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An account and a role of it ask about one endpoint. */
class TwoPrincipalsTest {
  private static final RequestText REQUEST = RequestText.to("orders");
  private static final String ROLE = "arn:aws:iam::222222222222:role/etl";

  private final Scenario scenario = Scenario.virtual(41);
  private final Approver grace = scenario.approver("grace@example.com");

  @Test
  void a_no_to_a_role_leaves_the_endpoint_that_its_account_asks_about() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter account = start(REQUEST).invited();
    VpcEndpoint endpoint = account.createEndpoint();
    String first = account.question();
    Encounter role = start(REQUEST.with("consumerRoleArn", ROLE));
    String second = role.question();
    assertThat(principal(second)).isEqualTo(ROLE);

    grace.deny(second);

    assertThat(role.end().error()).isEqualTo("Denied");
    assertThat(account.stateOf(endpoint)).isEqualTo("pendingAcceptance");
    grace.approve(first);
    assertThat(account.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(account.stateOf(endpoint)).isEqualTo("available");
  }

  @Test
  void the_last_no_turns_the_endpoint_away() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter account = start(REQUEST).invited();
    VpcEndpoint endpoint = account.createEndpoint();
    String first = account.question();
    Encounter role = start(REQUEST.with("consumerRoleArn", ROLE));
    grace.deny(role.question());
    role.end();

    grace.deny(first);
    account.end();

    assertThat(account.stateOf(endpoint)).isEqualTo("rejected");
  }

  @Test
  void a_role_that_is_denied_keeps_no_permission_of_what_its_account_has() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter account = start(REQUEST);
    VpcEndpoint endpoint = account.finish();
    Encounter role = start(REQUEST.with("consumerRoleArn", ROLE));
    String question = role.question();
    assertThat(scenario.principals()).contains(ROLE);

    grace.deny(question);
    role.end();

    assertThat(account.stateOf(endpoint)).isEqualTo("available");
    assertThat(scenario.principals()).containsExactly("arn:aws:iam::222222222222:root");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_yes_to_one_principal_opens_no_endpoint_that_another_has_claimed(boolean denied) {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    ApiCaller etl = scenario.caller(Principal.session("222222222222", "etl", "x"));
    Encounter other = start(REQUEST).invited();
    String id =
        etl.call("POST", "/onboardings", REQUEST.with("consumerRoleArn", ROLE).json())
            .body()
            .path("id")
            .asText();
    scenario.world().scheduler().pause(Duration.ofHours(1));
    VpcEndpoint endpoint = other.createEndpoint();
    other.question();
    scenario.world().scheduler().pause(Duration.ofMinutes(1));
    List<String> questions = grace.questions().stream().distinct().toList();
    String early = questions.stream().filter(each -> !principal(each).equals(ROLE)).findAny().get();
    etl.call(
        "POST",
        "/onboardings/" + id + "/endpoints",
        "{\"endpointId\":\"%s\"}".formatted(endpoint.vpcEndpointId()));
    if (denied) {
      questions.stream().filter(each -> !each.equals(early)).forEach(grace::deny);
      scenario.world().scheduler().pause(Duration.ofMinutes(10));
    }

    grace.approve(early);
    scenario.world().scheduler().pause(Duration.ofMinutes(10));

    assertThat(other.stateOf(endpoint)).isEqualTo("pendingAcceptance");
    assertThat(grace.messages()).anyMatch(told -> told.contains("was claimed for " + ROLE));
    assertThat(grace.questions().stream().distinct()).as("nobody is asked of it again").hasSize(2);
  }

  private String principal(String question) {
    return grace.read(question).body().at("/subject/principal").asText();
  }

  private Encounter start(RequestText request) {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }
}
