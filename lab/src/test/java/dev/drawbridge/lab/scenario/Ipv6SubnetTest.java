package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** A VPC may have subnets without IPv4 addresses, of which AWS shows no IPv4 block. */
class Ipv6SubnetTest {
  private final Scenario scenario = Scenario.virtual(29);

  @Test
  void a_path_in_a_vpc_with_an_ipv6_only_subnet_follows_its_writer() {
    ipv6Only("a");
    Followed orders =
        Followed.byHand(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(4));
    orders.refresh();
    orders.assertFollowed();
  }

  @Test
  void the_check_for_drift_follows_a_writer_beside_a_new_ipv6_only_subnet() {
    Followed orders =
        Followed.byHand(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    ipv6Only("b");
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(3));
    orders.await(orders.path()::writes, Duration.ofMinutes(10));
    assertThat(orders.path().writerGroup()).isEqualTo(orders.path().roles().writeTargets());
  }

  @Test
  void an_ipv6_only_subnet_in_the_subnet_group_gets_no_load_balancer() {
    SubnetRecord unfit = ipv6Only("a");
    List<String> ids =
        Stream.concat(scenario.provider().subnets().stream(), Stream.of(unfit))
            .map(SubnetRecord::id)
            .toList();
    scenario
        .world()
        .rds()
        .subnetGroup(
            Scenario.PROVIDER.account(),
            Scenario.PROVIDER.region(),
            ProviderSite.SUBNET_GROUP,
            ids);
    Followed orders =
        Followed.byHand(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    assertThat(orders.path().writes()).isTrue();
  }

  @Test
  void the_owner_cannot_add_it_to_the_load_balancer() {
    SubnetRecord unfit = ipv6Only("a");
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders"));
    assertThatThrownBy(
            () ->
                scenario.expose(
                    RequestText.ofOwner("orders").with("subnetIds", List.of(unfit.id()))))
        .hasMessageContainingAll(unfit.id(), "IPv4");
  }

  @Test
  void aws_shows_no_ipv4_block_and_no_free_address_of_it() {
    SubnetRecord made = ipv6Only("a");
    Filter only = Filter.builder().name("ipv6-native").values("true").build();
    List<Subnet> shown =
        scenario
            .installation()
            .clientsOf("operator")
            .ec2()
            .describeSubnets(r -> r.filters(only))
            .subnets();
    assertThat(shown).extracting(Subnet::subnetId).containsExactly(made.id());
    assertThat(shown.getFirst().cidrBlock()).isNull();
    assertThat(shown.getFirst().availableIpAddressCount()).isZero();
    assertThat(shown.getFirst().ipv6CidrBlockAssociationSet().getFirst().ipv6CidrBlock())
        .isEqualTo("2001:db8::/64");
  }

  private SubnetRecord ipv6Only(String zone) {
    return scenario
        .world()
        .ec2()
        .createIpv6Subnet(
            scenario.provider().vpc(), "2001:db8::/64", Scenario.PROVIDER.region() + zone);
  }
}
