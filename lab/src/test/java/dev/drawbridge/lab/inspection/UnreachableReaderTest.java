package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.dns.DnsRecord;
import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reader that no load balancer can lead to stops nothing else, and people are told of it. */
class UnreachableReaderTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(83));
  private final RdsService rds = scenario.world().rds();

  @Test
  @Finds(Kind.READER_ELSEWHERE)
  void a_replica_in_another_vpc_takes_no_part_and_is_told_once() {
    Exposure path = expose(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    Approver grace = watch();
    DbId far = rds.addReplica(path.database(), elsewhere());

    new Looks(scenario).pass(WITHIN);

    assertThat(grace.told("replica far of database orders is in vpc-")).hasSize(1);
    assertThat(grace.told("rule")).as("no group of the other VPC lacks one of ours").isEmpty();
    assertThat(path.readerGroup()).doesNotContain(rds.instance(far).address());
    String before = rds.instance(path.database()).address();
    rds.replaceHost(path.database());
    new Looks(scenario).pass(WITHIN);
    assertThat(path.readerGroup())
        .as("an address that is nobody's leaves, for all readers are known")
        .doesNotContain(before)
        .containsExactly(rds.instance(path.database()).address());
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
    scenario.expose(RequestText.ofOwner("orders"));
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    rds.remove(far);
    new Looks(scenario).pass(WITHIN);
    assertThat(grace.told("replica far of database orders is in vpc-"))
        .last()
        .asString()
        .contains("over, since");
  }

  @Test
  void a_database_with_a_replica_in_another_vpc_is_exposed() {
    DbId orders = scenario.provider().database(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    rds.addReplica(orders, elsewhere());

    Exposure path = Exposure.of(scenario, orders);

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
  }

  @Test
  @Finds(Kind.READER_UNREACHABLE)
  void a_reader_whose_name_leads_out_of_the_vpc_for_long_is_told() {
    Exposure path = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    Approver grace = watch();
    String name = rds.instanceName(path.database().named("orders-2"));
    DnsRecord right = scenario.world().zones().find(name).orElseThrow();
    scenario
        .world()
        .zones()
        .put(name, new DnsRecord.Addresses(List.of("203.0.113.7"), Duration.ofSeconds(5)));

    new Looks(scenario).pass(WITHIN);

    assertThat(grace.told("reader orders-2 of database orders cannot be registered")).hasSize(1);
    assertThat(path.connectToRead()).as("it stays").isInstanceOf(Reached.class);
    scenario.world().zones().put(name, right);
    new Looks(scenario).pass(WITHIN);
    assertThat(grace.told("reader orders-2 of database orders cannot be registered"))
        .last()
        .asString()
        .contains("over, since");
  }

  private Exposure expose(NewDatabase database) {
    return Exposure.of(scenario, scenario.provider().database(database));
  }

  private Approver watch() {
    new Looks(scenario).pass(Duration.ofMinutes(2));
    return scenario.approver("hopper@example.com");
  }

  /** A replica in a VPC of the same account and region, behind a group of that VPC. */
  private NewDatabase elsewhere() {
    VpcRecord vpc = AnotherVpc.create(scenario);
    SecurityGroupRecord group =
        scenario.world().ec2().createSecurityGroup(vpc, "replicas", "Replicas elsewhere");
    return NewDatabase.instance(Engine.POSTGRESQL, "far")
        .in(AnotherVpc.SUBNET_GROUP)
        .guardedBy(group.id());
  }
}
