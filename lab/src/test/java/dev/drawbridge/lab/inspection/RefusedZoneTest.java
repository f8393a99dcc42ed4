package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A zone of the DB subnet group in which AWS takes no load balancer (widdix/mastodon-on-aws#13).
 */
class RefusedZoneTest {
  private static final Duration WITHIN = Duration.ofMinutes(20);
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(53);
  private final Looks looks = new Looks(scenario);
  private final Approver grace = scenario.approver("grace@example.com");
  private final List<SubnetRecord> subnets = scenario.provider().subnets();
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));

  @Test
  void a_path_that_stands_is_mended_without_it_and_people_are_told_of_it_once() {
    whatIsRemovedIsPutBackWithout(subnet -> constrain(subnet.zone().name()));
  }

  @Tag("long")
  @Test
  void a_zone_whose_subnet_is_full_stops_no_mending_either() {
    whatIsRemovedIsPutBackWithout(this::fill);
  }

  @Tag("long")
  @Test
  void a_zone_whose_only_subnet_is_public_stops_no_mending_either() {
    whatIsRemovedIsPutBackWithout(scenario.world().ec2()::routeToInternet);
  }

  private void whatIsRemovedIsPutBackWithout(Consumer<SubnetRecord> closed) {
    Exposure path = Exposure.of(scenario, database);
    Administrator by = new Administrator(path);
    SubnetRecord free = unused();
    scenario
        .world()
        .elb()
        .loseNode(by.loadBalancer().loadBalancerArn(), free.id(), Scenario.PROVIDER);
    closed.accept(free);
    looks.pass(WITHIN);
    assertThat(grace.told("a run has left it out")).hasSize(1);

    Breakage.RULES_REVOKED.happen(path);
    looks.pass(WITHIN);
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    Breakage.LISTENERS_DELETED.happen(path);
    looks.pass(WITHIN);
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);

    looks.pass(Duration.ofHours(26));
    assertThat(grace.told("a run has left it out")).hasSize(1);
    assertThat(grace.told("putting it back failed")).isEmpty();
    assertThat(grace.told("is so again")).isEmpty();
    assertThat(zones(by)).hasSize(2);
  }

  @Test
  void a_first_exposure_goes_on_without_a_zone_that_no_instance_is_in_and_people_are_told() {
    constrain(unused().zone().name());

    Encounter encounter = Encounter.start(scenario, outside(unused()), grace, REQUEST);
    Exposure path = Exposure.through(scenario, database, encounter.finish());

    assertThat(zones(new Administrator(path))).hasSize(2).doesNotContain(unused().zone().name());
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    looks.pass(WITHIN);
    assertThat(grace.told("does not cover zone " + unused().zone().name())).isNotEmpty();
  }

  @Test
  void a_first_exposure_is_refused_with_the_zone_where_an_instance_is_in_it() {
    String zone =
        scenario.world().rds().writer(database).orElseThrow().placement().node().subnet().zone();
    constrain(zone);

    DescribeExecutionResponse run =
        Encounter.start(scenario, scenario.consumer(), grace, REQUEST).end();

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(run.cause()).contains("no load balancer in zone " + zone, "move the instance");
  }

  /** The consumer without its subnet in a zone, in which the service cannot be had. */
  private ConsumerSite outside(SubnetRecord zone) {
    ConsumerSite all = scenario.consumer();
    return new ConsumerSite(
        scenario.world(),
        all.account(),
        all.vpc(),
        all.subnets().stream().filter(each -> !each.zone().id().equals(zone.zone().id())).toList(),
        all.endpointGroup(),
        all.appAddress(),
        all.clients());
  }

  private void constrain(String zone) {
    scenario.world().elb().constrained(zone, true);
  }

  private void fill(SubnetRecord subnet) {
    var interfaces = scenario.world().ec2().interfaces();
    IntStream.range(0, interfaces.free(subnet))
        .forEach(
            i ->
                interfaces.create(
                    subnet, List.of(), NetworkInterfaceRecord.Kind.HOST, "host " + i));
  }

  /** The zone of the subnet group that no instance is in. */
  private SubnetRecord unused() {
    List<String> used =
        scenario.world().rds().instances(database).stream()
            .map(each -> each.placement().node().subnet().zone())
            .toList();
    return subnets.stream()
        .filter(each -> !used.contains(each.zone().name()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> zones(Administrator by) {
    return by.loadBalancer().availabilityZones().stream().map(AvailabilityZone::zoneName).toList();
  }
}
