package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;

/** Each ends with an error that names field and value, before anything is changed in AWS. */
class BadInputTest {
  private static final RequestText GOOD = RequestText.to("orders");

  private final Scenario scenario = Scenario.virtual(11);

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void a_wrong_request_is_refused(String name, String request, List<String> words) {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    assertRefused(request, words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void a_database_that_does_not_qualify_is_refused(
      String name, Consumer<ProviderSite> setUp, List<String> words) {
    setUp.accept(scenario.provider());
    assertRefused(RequestText.ofOwner("orders").with("acceptHostBlockRisk", false).json(), words);
  }

  @Test
  void malformed_json_never_becomes_a_run() {
    Changes changes = Changes.from(scenario);
    assertThatThrownBy(() -> scenario.startByHand("{\"databaseIdentifier\": \"orders\","))
        .isInstanceOf(InvalidExecutionInputException.class);
    assertThat(changes.calls()).isEmpty();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        bad(
            "account of eleven digits",
            GOOD.with("consumerAccountId", "22222222222"),
            "consumerAccountId",
            "22222222222"),
        bad(
            "account as a number",
            GOOD.with("consumerAccountId", 222222222222L),
            "consumerAccountId",
            "222222222222"),
        bad(
            "the provider's own account",
            GOOD.with("consumerAccountId", "111111111111"),
            "consumerAccountId",
            "111111111111"),
        bad("no database", GOOD.without("databaseIdentifier"), "databaseIdentifier"),
        bad(
            "unknown database",
            GOOD.with("databaseIdentifier", "invoices"),
            "databaseIdentifier",
            "invoices"),
        bad("port 0", GOOD.with("readerPort", 0), "readerPort", "0"),
        bad("port 65536", GOOD.with("writerPort", 65_536), "writerPort", "65536"),
        bad("port as text", GOOD.with("readerPort", "3306"), "readerPort", "3306"),
        bad(
            "one port for both",
            GOOD.with("readerPort", 3307).with("writerPort", 3307),
            "writerPort",
            "3307",
            "readerPort"),
        bad(
            "unknown field",
            GOOD.with("consumerAcountId", "222222222222"),
            "consumerAcountId",
            "222222222222"),
        bad(
            "enforcement, which is the owner's to say",
            GOOD.with("enforcement", "on").with("consumerCidrs", List.of("10.0.0.0/16")),
            "enforcement",
            "on",
            "PUT /databases/orders"),
        bad(
            "addresses where nothing is enforced",
            GOOD.with("consumerCidrs", List.of("10.0.0.0/16")),
            "consumerCidrs",
            "10.0.0.0/16",
            "no effect"),
        bad(
            "a port of the consumer's choice",
            GOOD.with("readerPort", 4306),
            "readerPort",
            "4306",
            "not exposed yet"),
        bad(
            "wrong block",
            GOOD.with("enforcement", "on").with("consumerCidrs", List.of("10.0.0.0/33")),
            "consumerCidrs",
            "10.0.0.0/33"),
        bad(
            "approvers of the requester's choice",
            GOOD.with("approvers", List.of("ada@example.com")),
            "approvers",
            "ada@example.com",
            "belong to the installation"),
        bad(
            "a requester who says who it is",
            GOOD.with("requestedBy", "https://evil.example/"),
            "requestedBy",
            "read from the signature"),
        Arguments.of("no object", "[]", List.of("request", "[]")));
  }

  static Stream<Arguments> databases() {
    return Stream.of(
        unfit(
            "MySQL that blocks hosts",
            site -> site.database(aurora()),
            "orders",
            "max_connect_errors",
            "acceptHostBlockRisk"),
        unfit(
            "MySQL whose safe parameters wait for a reboot",
            site -> {
              var orders = site.database(NewDatabase.instance(Engine.MYSQL, "orders"));
              site.world().rds().parameters(orders, Map.of("host_cache_size", "0"));
            },
            "reboot orders",
            "acceptHostBlockRisk"),
        unfit(
            "cluster of a global database whose writer is in another region",
            site -> site.world().rds().demote(site.database(postgres())),
            "orders",
            "it has no writer"),
        unfit(
            "writer stopped",
            site -> {
              var orders = site.database(postgres());
              site.world().rds().stop(orders.named("orders-1"));
            },
            "orders",
            "orders-1",
            "does not serve"),
        unfit(
            "publicly accessible",
            site -> site.database(postgres().publiclyAccessible()),
            "orders",
            "publicly accessible"),
        unfit("no private subnet", BadInputTest::publicSubnets, "orders", "private subnet"),
        unfit(
            "no room for the writer's port",
            site -> site.database(postgres().port(65_535)),
            "writerPort",
            "65536"));
  }

  private static void publicSubnets(ProviderSite site) {
    site.database(postgres());
    for (SubnetRecord subnet : site.subnets()) {
      site.world().ec2().routeToInternet(subnet);
    }
  }

  private void assertRefused(String request, List<String> words) {
    Changes changes = Changes.from(scenario);
    DescribeExecutionResponse run = scenario.startByHand(request).end(Duration.ofHours(1));
    assertThat(run.error()).as(run.cause()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(run.cause()).contains(words);
    assertThat(changes.actions()).isEmpty();
  }

  private static Arguments bad(String name, RequestText request, String... words) {
    return Arguments.of(name, request.json(), List.of(words));
  }

  private static Arguments unfit(String name, Consumer<ProviderSite> setUp, String... words) {
    return Arguments.of(name, setUp, List.of(words));
  }

  private static NewDatabase aurora() {
    return NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1);
  }

  private static NewDatabase postgres() {
    return NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1);
  }
}
