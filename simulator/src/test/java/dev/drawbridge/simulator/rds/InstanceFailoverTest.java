package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InstanceFailoverTest {
  private final Rds rds = new Rds(5);

  @Test
  void a_multi_az_failover_keeps_the_name_and_moves_the_address_and_zones() {
    DbId id = rds.setUp(NewDatabase.instance(Engine.MARIADB, "shop").multiAz());
    DbInstance before = rds.service.instance(id);
    rds.service.reboot(id, true);
    rds.scheduler.pause(Duration.ofMinutes(5));

    DbInstance after = rds.service.instance(id);
    assertThat(after.address()).isNotEqualTo(before.address());
    assertThat(rds.address(rds.service.instanceName(id))).isEqualTo(after.address());
    assertThat(after.placement().shownZone())
        .isEqualTo(before.placement().shownSecondary().orElseThrow());
    assertThat(after.placement().shownSecondary()).hasValue(before.placement().shownZone());
    assertThat(after.status()).isEqualTo("available");
    assertThat(rds.listens(before.address(), 3306)).isFalse();
    assertThat(rds.listens(after.address(), 3306)).isTrue();
    assertThat(rds.count("0013")).isEqualTo(1);
    assertThat(rds.count("0015")).isEqualTo(1);
    assertThat(rds.count("0049")).isEqualTo(1);
  }

  @Test
  void a_crash_of_a_multi_az_instance_takes_one_to_two_minutes() {
    DbId id = rds.setUp(NewDatabase.instance(Engine.POSTGRESQL, "shop").multiAz());
    String before = rds.service.instance(id).address();
    rds.service.crash(id);

    rds.scheduler.pause(Duration.ofSeconds(49));
    assertThat(rds.service.serverAt(rds.service.instance(id).address())).isEmpty();
    rds.scheduler.pause(Duration.ofSeconds(71));
    assertThat(rds.service.instance(id).address()).isNotEqualTo(before);
    assertThat(rds.service.serverAt(rds.service.instance(id).address()).orElseThrow().writable())
        .isTrue();
  }

  @Test
  void a_forced_failover_without_standby_is_refused() {
    DbId id = rds.setUp(NewDatabase.instance(Engine.MYSQL, "single"));

    assertThatThrownBy(() -> rds.service.reboot(id, true))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("InvalidParameterCombination"));
  }

  @Test
  void a_reboot_ends_and_starts_the_same_server() {
    DbId id = rds.setUp(NewDatabase.instance(Engine.MYSQL, "single"));
    String address = rds.service.instance(id).address();
    rds.service.reboot(id, false);
    assertThat(rds.listens(address, 3306)).isFalse();
    rds.scheduler.pause(Duration.ofMinutes(3));

    assertThat(rds.service.serverAt(address).orElseThrow().writable()).isTrue();
    assertThat(rds.service.instance(id).status()).isEqualTo("available");
  }

  @Test
  void replicas_have_their_own_port_and_accept_no_writes() {
    DbId id =
        rds.setUp(
            NewDatabase.instance(Engine.MARIADB, "shop")
                .replica(NewDatabase.instance(Engine.MARIADB, "shop-r1").in("private").port(3316)));
    DbInstance replica = rds.service.instance(id.named("shop-r1"));

    assertThat(replica.replicaOf()).hasValue("shop");
    assertThat(rds.listens(replica.address(), 3316)).isTrue();
    assertThat(rds.service.serverAt(replica.address()).orElseThrow().writable()).isFalse();
  }

  @Test
  void a_public_instance_has_another_address_outside_its_vpc() {
    DbId id = rds.setUp(NewDatabase.instance(Engine.MYSQL, "open").publiclyAccessible());
    DbInstance open = rds.service.instance(id);
    String vpc = open.placement().node().subnet().vpcId();

    assertThat(rds.zones.lookup(vpc, rds.service.instanceName(id)).orElseThrow().addresses())
        .containsExactly(open.address());
    assertThat(rds.address(rds.service.instanceName(id))).startsWith("203.0.113.");
  }

  @Test
  void a_new_host_has_a_new_address_in_the_same_subnet() {
    DbId id = rds.setUp(NewDatabase.instance(Engine.MYSQL, "single"));
    DbInstance before = rds.service.instance(id);
    rds.service.replaceHost(id);
    rds.scheduler.pause(Duration.ofMinutes(5));

    DbInstance after = rds.service.instance(id);
    assertThat(after.address()).isNotEqualTo(before.address());
    assertThat(after.placement().node().subnet()).isEqualTo(before.placement().node().subnet());
    assertThat(rds.address(rds.service.instanceName(id))).isEqualTo(after.address());
    assertThat(rds.listens(after.address(), 3306)).isTrue();
    // Nothing but the restart tells the end of what 0422 has announced.
    assertThat(rds.events)
        .extracting(PublishedEvents::number)
        .containsExactlyInAnyOrder("0422", "0004", "0006");
  }
}
