package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.ec2.IngressRules;
import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.ConsumerRules;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What AWS's models do not require may be missing in an answer that lists other people's resources
 * too: one of them must not end the work for ours.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // Nothing changes what the world holds.
class SparseAnswersTest {
  private static final String VALUES = "value|Value";

  private final Scenario scenario = Scenario.virtual(23);
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders")
                  .readers(1)
                  .tag("team", "payments"));
  private final Clients whole = scenario.installation().clientsOf("operator");
  private final String arn;

  SparseAnswersTest() {
    scenario.expose(
        RequestText.ofOwner("orders")
            .with("enforcement", "on")
            .with("privateDnsName", "orders.example.com"));
    Exposure.of(
        scenario, database, RequestText.to("orders").with("consumerCidrs", List.of("10.2.0.0/16")));
    arn = new Databases(whole).find("orders").orElseThrow().arn();
  }

  static Stream<Arguments> lookUps() {
    return Stream.of(
        of("cidrBlock", (test, c) -> new Networks(c).subnets(test.vpc())),
        of(VALUES, (test, c) -> new EndpointServices(c).all()),
        of("state|type", (test, c) -> new EndpointServices(c).all()),
        of("dnsName|vpcEndpointRegion", (test, c) -> new Connections(c).of(test.services())),
        of(VALUES, (test, c) -> new IngressRules(c).both(test.guards(), test.arn)),
        of("fromPort|toPort", (test, c) -> new IngressRules(c).both(test.guards(), test.arn)),
        of(VALUES, (test, c) -> new SecurityGroups(c).inbound(test.guards(), test.arn)),
        of("fromPort|toPort", (test, c) -> new SecurityGroups(c).inbound(test.guards(), test.arn)),
        of(VALUES, (test, c) -> new ConsumerRules(c).ours(test.guards().getFirst(), test.arn)),
        of(
            "isEgress|fromPort|toPort",
            (test, c) -> new ConsumerRules(c).ours(test.guards().getFirst(), test.arn)),
        of(VALUES, (test, c) -> new Groups(c).exposed()),
        of(VALUES, (test, c) -> new Databases(c).tags(test.arn)),
        of(
            "DbiResourceId|DbClusterResourceId",
            (test, c) -> new Databases(c).all(Set.of(test.arn), Set.of("gone"))),
        of("IsClusterWriter", (test, c) -> new Databases(c).find("orders")),
        of(
            "DBParameterGroupName|ParameterApplyStatus|PubliclyAccessible|DBInstanceStatus",
            (test, c) -> new Databases(c).find("orders")));
  }

  @ParameterizedTest
  @MethodSource("lookUps")
  void what_is_not_required_may_be_missing(
      String element, BiConsumer<SparseAnswersTest, Clients> lookUp) {
    AtomicInteger left = new AtomicInteger();
    assertThatCode(() -> lookUp.accept(this, without(element, left))).doesNotThrowAnyException();
    assertThat(left).as("there was one to be left out").hasPositiveValue();
  }

  private static Arguments of(String element, BiConsumer<SparseAnswersTest, Clients> lookUp) {
    return Arguments.of(element, lookUp);
  }

  private String vpc() {
    return scenario.provider().vpc().id();
  }

  private List<String> services() {
    return List.of(scenario.endpointService().serviceId());
  }

  /** The load balancer's group, and the database's. */
  private List<String> guards() {
    List<String> own =
        whole
            .elb()
            .describeLoadBalancers(r -> r.names(Names.loadBalancer(arn)))
            .loadBalancers()
            .getFirst()
            .securityGroups();
    return List.of(own.getFirst(), scenario.provider().databaseGroup().id());
  }

  private Clients without(String element, AtomicInteger left) {
    return OperatorsClients.over(scenario, http -> new SparseHttpClient(http, element, left));
  }
}
