package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Metrics;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A call whose answer stands in an item that nobody can read. */
class ApiWorkerTest {
  private static final String PROVIDER = "111111111111";
  private static final String ID = "spoilt-one";

  private final Environment environment =
      new TestWorld().with(Settings.OPERATORS, "arn:aws:iam::%s:role/ops".formatted(PROVIDER));

  @Test
  void an_operator_reads_which_item_it_is_and_what_to_do() {
    ProxyAnswer answer = answer(PROVIDER, "ops");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.body())
        .contains(
            "urn:drawbridge:problem:unreadable",
            "item onboarding " + ID + " cannot be read",
            "restore the item or delete it",
            "ItemNotShown",
            "\"requestId\":\"4711\"");
  }

  @Test
  void anybody_else_reads_nothing_of_it_and_whom_to_ask() {
    for (String account : List.of(PROVIDER, "222222222222")) {
      ProxyAnswer answer = answer(account, "app");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("operators", "\"requestId\":\"4711\"");
      assertThat(answer.body()).doesNotContain(ID).doesNotContain("secret").doesNotContain("item");
    }
  }

  @Test
  void the_log_names_it_and_the_alarm_rings_whoever_asked() {
    ProxyAnswer answer = answer("222222222222", "app");

    assertThat(answer.remark()).hasValueSatisfying(line -> assertThat(line).contains(ID));
    assertThat(answer.metrics().map(Metrics::metrics).orElseThrow())
        .extracting(Metrics.Metric::name)
        .containsExactly("UnreadableItems");
  }

  private ProxyAnswer answer(String account, String role) {
    environment
        .clients()
        .dynamoDb()
        .putItem(
            r ->
                r.tableName(environment.settings().required(Settings.TABLE))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("onboarding"),
                            "sk", AttributeValue.fromS(ID),
                            "version", AttributeValue.fromN("1"),
                            "databaseArn", AttributeValue.fromS("secret"),
                            "principal", AttributeValue.fromS("secret"))));
    return new Reader(environment)
        .handle(
            new ProxyEvent(
                "/onboardings/{id}",
                "GET",
                null,
                null,
                null,
                null,
                false,
                new ProxyEvent.Context(
                    PROVIDER,
                    "4711",
                    new ProxyEvent.Signer(
                        account,
                        "arn:aws:sts::%s:assumed-role/%s/session".formatted(account, role)))));
  }

  /** The least that a worker does: it reads one item. */
  private static final class Reader extends ApiWorker {
    private final Environment environment;

    Reader(Environment environment) {
      super(environment);
      this.environment = environment;
    }

    @Override
    ProxyAnswer answer(ApiCall call) {
      return ProxyAnswer.json(200, Stores.onboardings(environment).find(ID).isPresent());
    }
  }
}
