package dev.drawbridge.lab.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.mariadb.HostCache;
import dev.drawbridge.lab.mariadb.MariaDb;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.dns.PublishedNames;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.ec2.Vpc;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.RdsSettings;
import dev.drawbridge.simulator.rds.VpcInstanceNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealDatabasesTest {
  private static final Caller PROVIDER = new Caller("111111111111", "eu-central-1", "root");

  @Test
  void a_simulated_failover_promotes_a_real_replica_and_brings_the_killed_writer_back() {
    try (WallScheduler scheduler = new WallScheduler(7);
        Workspace workspace = new Workspace();
        RealDatabases databases =
            new RealDatabases(new MariaDb(workspace, Cache.ofUser(), HostCache.NONE), workspace)) {
      RdsService rds = rds(scheduler);
      DbId id = rds.setUp(PROVIDER.account(), PROVIDER.region(), orders());
      scheduler.exclusively(() -> rds.observe(databases));
      Cluster cluster = databases.start();
      assertThat(cluster.writer().host().name()).isEqualTo("orders-1");

      cluster.kill("orders-1");
      scheduler.exclusively(() -> rds.crash(id.named("orders-1")));

      Deadline.of(Duration.ofSeconds(30))
          .until(
              Duration.ofMillis(50),
              () -> cluster.servers().size() == 3,
              () -> "the old writer does not come back");
      String promoted =
          scheduler.exclusively(() -> rds.writer(id).map(i -> i.id().name()).orElse("none"));
      assertThat(promoted).isNotEqualTo("orders-1");
      assertThat(cluster.writer().host().name()).isEqualTo(promoted);
      assertThat(cluster.writer().query("SELECT @@global.read_only")).isEqualTo("0");
      assertThat(cluster.server("orders-1").query("SELECT @@global.read_only")).isEqualTo("1");
    }
  }

  private static NewDatabase orders() {
    return NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2).in("private");
  }

  private static RdsService rds(WallScheduler scheduler) {
    Zones zones = new Zones(scheduler);
    Network network = Network.of(scheduler, new PublishedNames(zones, Duration.ofSeconds(60)));
    Ec2Service ec2 = new Ec2Service(network, Ec2Settings.published(), (owner, topic, text) -> {});
    Vpc vpc = ec2.createVpc(PROVIDER, "127.13.0.0/16");
    List<String> subnets =
        List.of(
            ec2.createSubnet(vpc, "127.13.1.0/24", "eu-central-1a").id(),
            ec2.createSubnet(vpc, "127.13.2.0/24", "eu-central-1b").id(),
            ec2.createSubnet(vpc, "127.13.3.0/24", "eu-central-1c").id());
    RdsService rds =
        new RdsService(
            scheduler,
            new VpcInstanceNetwork(ec2, network.hosts()),
            zones,
            (account, region, event) -> {},
            RdsSettings.published().dividedBy(50));
    rds.subnetGroup(PROVIDER.account(), PROVIDER.region(), "private", subnets);
    return rds;
  }
}
