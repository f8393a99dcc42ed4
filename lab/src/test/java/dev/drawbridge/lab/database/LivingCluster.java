package dev.drawbridge.lab.database;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.dns.PublishedNames;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.RdsSettings;
import dev.drawbridge.simulator.rds.VpcInstanceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The cluster {@code orders} of a writer and two readers: simulated by RDS and real at once, fifty
 * times as fast as on AWS.
 */
final class LivingCluster implements AutoCloseable {
  private static final Caller PROVIDER = new Caller("111111111111", "eu-central-1", "root");

  private final WallScheduler scheduler = new WallScheduler(7);
  private final Workspace workspace = new Workspace();
  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final Kind kind;
  private final RdsService rds;
  private final DbId id;
  private final RealDatabases databases;
  private final Cluster cluster;

  LivingCluster(Kind kind) {
    this.kind = kind;
    this.rds = rds();
    this.databases = new RealDatabases(kind.engine(workspace), workspace);
    this.id =
        rds.setUp(
            PROVIDER.account(),
            PROVIDER.region(),
            NewDatabase.aurora(kind.simulated, "orders").readers(2).in("private"));
    scheduler.exclusively(() -> rds.observe(databases));
    this.cluster = databases.start(died -> scheduler.exclusively(() -> rds.crash(died)));
    cluster.writer().execute("CREATE TABLE t (v INT PRIMARY KEY)");
  }

  Cluster cluster() {
    return cluster;
  }

  Server real(String name) {
    return cluster.server(name);
  }

  /** Whether another process runs in that server's place. */
  boolean runsAnew(Server before) {
    String name = before.host().name();
    return cluster.runs(name) && !cluster.server(name).equals(before);
  }

  /** The member that RDS takes for the writer. */
  String writer() {
    return scheduler.exclusively(() -> rds.writer(id).map(i -> i.id().name()).orElse("none"));
  }

  void reboot(String name) {
    scheduler.exclusively(() -> rds.reboot(id.named(name), false));
  }

  void write(int value) {
    cluster.writer().execute("INSERT INTO t VALUES (" + value + ")");
  }

  /** How many rows a server has; -1 while it does not run. */
  int rows(String name) {
    try {
      return Integer.parseInt(cluster.server(name).query("SELECT COUNT(*) FROM t"));
    } catch (LabException notYet) {
      return -1;
    }
  }

  boolean takesWrites(String name) {
    return cluster.server(name).query(kind.writable).equals("1");
  }

  /** Whether an event of that number has reached the bus. */
  boolean happened(String event) {
    return events.stream().anyMatch(text -> text.contains("RDS-EVENT-" + event));
  }

  @Override
  public void close() {
    databases.close();
    workspace.close();
    scheduler.close();
  }

  private RdsService rds() {
    Zones zones = new Zones(scheduler);
    Network network = Network.of(scheduler, new PublishedNames(zones, Duration.ofSeconds(60)));
    Ec2Service ec2 = new Ec2Service(network, Ec2Settings.published(), (service, topic, text) -> {});
    VpcRecord vpc = ec2.createVpc(PROVIDER, "127.13.0.0/16");
    List<String> subnets =
        List.of(
            ec2.createSubnet(vpc, "127.13.1.0/24", "eu-central-1a").id(),
            ec2.createSubnet(vpc, "127.13.2.0/24", "eu-central-1b").id(),
            ec2.createSubnet(vpc, "127.13.3.0/24", "eu-central-1c").id());
    RdsService made =
        new RdsService(
            scheduler,
            new VpcInstanceNetwork(ec2, network),
            zones,
            (account, region, event) -> events.add(event),
            RdsSettings.published().dividedBy(50));
    made.subnetGroup(PROVIDER.account(), PROVIDER.region(), "private", subnets);
    return made;
  }
}
