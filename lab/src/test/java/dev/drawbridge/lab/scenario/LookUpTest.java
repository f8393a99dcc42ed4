package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.aws.privatelink.ConnectionNotices;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.ConsumerRules;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/**
 * A look-up compares what it gets with what it asked for: a server that ignores a filter answers
 * with other people's resources, of which the first one is not ours.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // Nothing changes what the two worlds hold.
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class LookUpTest {
  private final Scenario scenario = Scenario.virtual(19);
  private final Clients honest = scenario.installation().clientsOf("operator");
  private final Clients forgetful = forgetful();

  /** Two databases are exposed, and whatever is looked up, there is more of its kind. */
  LookUpTest() {
    for (String name : List.of("invoices", "orders")) {
      NewDatabase made = NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(1);
      RequestText request =
          RequestText.to(name)
              .with(
                  "consumerCidrs", List.of(name.equals("orders") ? "10.2.0.0/16" : "10.3.0.0/16"));
      DbId database = scenario.provider().database(made);
      scenario.expose(RequestText.ofOwner(name).with("enforcement", "on"));
      Exposure.of(scenario, database, request);
    }
    VpcRecord other = scenario.world().ec2().createVpc(Scenario.PROVIDER, "10.77.0.0/16");
    scenario.world().ec2().createSubnet(other, "10.77.1.0/24", Scenario.PROVIDER.region() + "a");
  }

  static Stream<Named<BiFunction<LookUpTest, Clients, Object>>> lookUps() {
    return Stream.of(
        of("a service", (test, c) -> new EndpointServices(c).find(test.service())),
        of("connections", (test, c) -> new Connections(c).of(List.of(test.service()))),
        of(
            "a notification",
            (test, c) ->
                new ConnectionNotices(c)
                    .find(test.service(), test.scenario.installation().connectionsTopic())),
        of(
            "the rules for consumers",
            (test, c) -> new ConsumerRules(c).ours(test.group().groupId(), test.arn())),
        of(
            "a group by name",
            (test, c) ->
                new SecurityGroups(c)
                    .ensure(test.group().groupName(), test.group().vpcId(), test.arn())),
        of(
            "our rules in a group that holds none",
            (test, c) ->
                new SecurityGroups(c)
                    .inbound(List.of(test.group().groupId()), test.arn()).stream()
                        .filter(found -> found.rule().ours())
                        .count()),
        of("subnets", (test, c) -> new Networks(c).subnets(test.group().vpcId())),
        of("route tables", (test, c) -> new Networks(c).routeTables(test.group().vpcId())),
        of(
            "addresses of a load balancer",
            (test, c) ->
                Set.copyOf(
                    new Networks(c)
                        .loadBalancerAddresses(
                            test.balancer().loadBalancerArn(), test.balancer().vpcId()))),
        of("a cluster", (test, c) -> new Databases(c).find("orders")),
        of("an instance", (test, c) -> new Databases(c).find("orders-1")),
        of("the owner of an instance", (test, c) -> new Databases(c).owner(test.instanceArn())));
  }

  @ParameterizedTest
  @MethodSource("lookUps")
  void a_look_up_takes_only_what_it_asked_for(BiFunction<LookUpTest, Clients, Object> lookUp) {
    Object found = lookUp.apply(this, honest);
    assertThat(found).isNotNull().isNotEqualTo(Optional.empty()).isNotEqualTo(List.of());
    assertThat(lookUp.apply(this, forgetful)).isEqualTo(found);
  }

  @Test
  void a_server_that_forgets_does_answer_with_more() {
    assertThat(
            forgetful.rds().describeDBClusters(r -> r.dbClusterIdentifier("orders")).dbClusters())
        .hasSize(2);
    assertThat(forgetful.elb().describeLoadBalancers(r -> r.names("x")).loadBalancers()).hasSize(2);
  }

  private String arn() {
    return new Databases(honest).find("orders").orElseThrow().arn();
  }

  private String instanceArn() {
    return honest
        .rds()
        .describeDBInstances(r -> r.dbInstanceIdentifier("orders-1"))
        .dbInstances()
        .getFirst()
        .dbInstanceArn();
  }

  private LoadBalancer balancer() {
    return honest
        .elb()
        .describeLoadBalancers(r -> r.names(Names.loadBalancer(arn())))
        .loadBalancers()
        .getFirst();
  }

  private String service() {
    String balancer = balancer().loadBalancerArn();
    return honest
        .ec2()
        .describeVpcEndpointServiceConfigurations(r -> {})
        .serviceConfigurations()
        .stream()
        .filter(found -> found.networkLoadBalancerArns().contains(balancer))
        .findFirst()
        .orElseThrow()
        .serviceId();
  }

  private SecurityGroup group() {
    return honest
        .ec2()
        .describeSecurityGroups(r -> r.groupIds(balancer().securityGroups()))
        .securityGroups()
        .getFirst();
  }

  private static Named<BiFunction<LookUpTest, Clients, Object>> of(
      String name, BiFunction<LookUpTest, Clients, Object> lookUp) {
    return Named.of(name, lookUp);
  }

  private Clients forgetful() {
    return OperatorsClients.over(scenario, ForgetfulHttpClient::new);
  }
}
