package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What one approval says must not keep the rules of any other consumer from being made. */
class BadApprovalsTest {
  private static final Caller SECOND = new Caller("333333333333", "eu-central-1", "root");

  private final Scenario scenario = Scenario.virtual(37);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ConsumerSite second = scenario.consumer(SECOND, "127.21");

  @BeforeEach
  void enforce() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
  }

  @Test
  void two_spellings_of_a_block_that_an_earlier_release_stored_are_one_rule() {
    Encounter first = start(scenario.consumer(), "127.20.0.0/16");
    VpcEndpoint endpoint = first.finish();
    storedSubject(
        text -> text.replace("\"127.20.0.0/16\"", "\"127.20.0.0/16\",\"127.020.0.0/16\""));

    Encounter other = start(second, "127.21.0.0/16");
    VpcEndpoint others = other.finish();

    assertThat(other.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(other.connect(others, 3307)).isInstanceOf(Reached.class);
    assertThat(first.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void an_approval_that_nobody_can_read_keeps_its_rules_and_stops_no_other_consumer() {
    Encounter first = start(scenario.consumer(), "127.20.0.0/16");
    VpcEndpoint endpoint = first.finish();
    storedSubject(text -> "[{\"consumerCidrs\":\"perhaps\"}]");

    Encounter other = start(second, "127.21.0.0/16");
    VpcEndpoint others = other.finish();

    assertThat(other.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(other.connect(others, 3307)).isInstanceOf(Reached.class);
    assertThat(first.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void a_block_in_another_spelling_is_refused_before_anything_is_made() {
    Encounter odd =
        Encounter.startByHand(
            scenario,
            scenario.consumer(),
            grace,
            request(Scenario.CONSUMER.account(), "127.20.1.0/24", "127.020.1.0/24").json());

    assertThat(odd.end().error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(odd.run().describe().cause()).contains("127.020.1.0/24", "without leading zeros");
  }

  private Encounter start(ConsumerSite consumer, String cidr) {
    String request = request(consumer.account().account(), cidr).json();
    return Encounter.start(scenario, consumer, grace, request);
  }

  private static RequestText request(String account, String... cidrs) {
    return RequestText.to("orders")
        .with("consumerAccountId", account)
        .with("enforcement", "on")
        .with("consumerCidrs", List.of(cidrs));
  }

  /** Changes what the only live approval says. */
  private void storedSubject(UnaryOperator<String> change) {
    Map<String, AttributeValue> item =
        new HashMap<>(
            scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
                .filter(each -> Objects.requireNonNull(each.get("pk")).s().startsWith("live#"))
                .findFirst()
                .orElseThrow());
    String before = Objects.requireNonNull(item.get("subject")).s();
    assertThat(change.apply(before)).isNotEqualTo(before);
    item.put("subject", AttributeValue.fromS(change.apply(before)));
    ByHand.put(scenario, item);
  }
}
