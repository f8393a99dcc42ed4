package dev.drawbridge.lab.inspection;

import static dev.drawbridge.inspection.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/**
 * What AWS does to a path, or somebody to what is rarely touched: people are told once, and once
 * more when it is over; and what a person must decide nobody mends.
 */
@Tag("long")
class ToldOnceTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(89);
  private final Looks looks = new Looks(scenario);
  private final Approver grace = scenario.approver("grace@example.com");
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));

  @Test
  @Finds({LOAD_BALANCER_NOT_ACTIVE, SERVICE_NOT_AVAILABLE, LOAD_BALANCER_ELSEWHERE})
  void of_what_aws_does_and_of_a_database_that_moves() {
    Administrator by = new Administrator(exposed());
    var world = scenario.world();
    String balancer = by.loadBalancer().loadBalancerArn();
    once(
        "is active_impaired",
        () -> world.elb().impaired(balancer, true),
        () -> world.elb().impaired(balancer, false));
    String service = by.service().serviceId();
    once(
        "%s is Failed".formatted(service),
        () -> world.ec2().serviceState(service, "Failed"),
        () -> world.ec2().serviceState(service, "Available"));
    AnotherVpc.create(scenario);
    once(
        "the database in vpc-",
        () -> world.rds().movedTo(database, AnotherVpc.SUBNET_GROUP),
        () -> world.rds().movedTo(database, "private"));
    assertThat(by.path().connectToWrite()).isInstanceOf(Reached.class);
  }

  @Test
  @Finds({ENDPOINT_LEFT, LOAD_BALANCER_GONE, SERVICE_GONE})
  void of_an_endpoint_beside_another_and_of_a_path_that_somebody_takes_down() {
    Encounter first = start();
    VpcEndpoint one = first.finish();
    VpcEndpoint two = first.createEndpoint();
    Encounter again = start();
    grace.approve(again.question());
    again.end();
    Exposure path = Exposure.through(scenario, database, one);
    Administrator by = new Administrator(path);
    looks.pass(Duration.ofMinutes(2));
    once(
        "another one carries its connections",
        () -> by.reject(two.vpcEndpointId()),
        () -> {
          scenario.consumer().deleteEndpoint(two.vpcEndpointId());
          looks.pass(Duration.ofHours(2)); // so long AWS lists it still
        });
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);

    once("the load balancer is gone", () -> takeDown(by, one), this::anew);
    assertThat(grace.told("the endpoint service is gone")).hasSize(2);
  }

  @Test
  @Finds({
    INSTANCE_PORT_GONE,
    INSTANCE_PORT_ELSEWHERE,
    INSTANCE_PORT_UNHEALTHY,
    INSTANCE_WITHOUT_PORT
  })
  void of_the_ports_of_instances() {
    RequestText owner =
        RequestText.ofOwner("orders")
            .with("acceptHostBlockRisk", true)
            .with("instancePorts", true)
            .with("lastInstancePort", 3309);
    scenario.expose(owner);
    Administrator by = new Administrator(exposed());
    Listener writers = port(by, 3308);
    List<String> before = writers.defaultActions().stream().map(a -> a.targetGroupArn()).toList();
    once(
        "port 3308, of instance orders-1, leads to",
        () -> by.lead(writers, by.readers().targetGroupArn()),
        () -> by.lead(writers, before.getFirst()));
    DbId reader = database.named("orders-2");
    once(
        "of instance orders-2, has no healthy target",
        () -> scenario.world().rds().stop(reader),
        () -> scenario.world().rds().start(reader, false));

    remove(by, 3308);
    looks.pass(WITHIN);
    assertThat(port(by, 3308)).as("it is put back").isNotNull();
    once(
        "the listener of port 3308, of instance orders-1, is gone; it was put back at",
        () -> remove(by, 3308),
        () -> scenario.expose(owner));

    DbId[] third = new DbId[1];
    once(
        "has no port of its own",
        () -> third[0] = scenario.world().rds().addReader(database),
        () -> scenario.world().rds().remove(third[0]));
  }

  /** Somebody causes it, nobody mends it, and somebody undoes it. */
  private void once(String words, Runnable cause, Runnable undo) {
    int before = grace.told(words).size();
    cause.run();
    looks.pass(WITHIN);
    assertThat(grace.told(words)).as(words).hasSize(before + 1);
    Changes changes = Changes.from(scenario);
    looks.pass(WITHIN);
    assertThat(grace.told(words)).as("told once: " + words).hasSize(before + 1);
    assertThat(changes.actions()).as("nobody mends it").isEmpty();
    undo.run();
    looks.pass(WITHIN.multipliedBy(2));
    assertThat(grace.told(words))
        .as("over: " + words)
        .hasSizeGreaterThan(before + 1)
        .last()
        .asString()
        .contains("over, since");
  }

  private Exposure exposed() {
    Exposure path = Exposure.through(scenario, database, start().finish());
    looks.pass(Duration.ofMinutes(2));
    return path;
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  }

  private void anew() {
    start().finish();
  }

  /** In the order in which AWS lets somebody. */
  private static void takeDown(Administrator by, VpcEndpoint endpoint) {
    by.reject(endpoint.vpcEndpointId());
    by.scenario().consumer().deleteEndpoint(endpoint.vpcEndpointId());
    by.scenario().world().scheduler().pause(Duration.ofMinutes(5));
    String arn = by.loadBalancer().loadBalancerArn();
    String service = by.service().serviceId();
    by.ec2().deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(service));
    by.elb()
        .modifyLoadBalancerAttributes(
            r ->
                r.loadBalancerArn(arn)
                    .attributes(
                        LoadBalancerAttribute.builder()
                            .key("deletion_protection.enabled")
                            .value("false")
                            .build()));
    by.elb().deleteLoadBalancer(r -> r.loadBalancerArn(arn));
  }

  private static Listener port(Administrator by, int port) {
    return by.listener(port).findFirst().orElseThrow();
  }

  private static void remove(Administrator by, int port) {
    by.elb().deleteListener(r -> r.listenerArn(port(by, port).listenerArn()));
  }
}
