package dev.drawbridge.lab.demo;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.consumer.Application;
import dev.drawbridge.lab.database.Cluster;
import dev.drawbridge.lab.database.DatabaseEngine;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.database.RealDatabases;
import dev.drawbridge.lab.dns.Answers;
import dev.drawbridge.lab.dns.DnsServer;
import dev.drawbridge.lab.dns.LabResolver;
import dev.drawbridge.lab.lambda.WorkerProcesses;
import dev.drawbridge.lab.mariadb.HostCache;
import dev.drawbridge.lab.mariadb.MariaDb;
import dev.drawbridge.lab.path.TcpPath;
import dev.drawbridge.lab.path.TcpProbe;
import dev.drawbridge.lab.postgresql.PostgreSql;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord.Kind;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lab, running, before any onboarding: two simulated accounts, Drawbridge installed in one of
 * them, and of real parts the databases, the names and the data path.
 */
public final class Stage implements AutoCloseable {
  /** The consumer VPC's resolver: AWS has it at the VPC's base address plus two. */
  private static final String RESOLVER = "127.20.0.2";

  private static final int RESOLVER_PORT = 10053;
  private static final String DATABASE = "orders";

  private final WallScheduler scheduler;
  private final Workspace workspace = new Workspace();
  private final Scenario scenario;
  private final DbId database;
  private final RealDatabases databases;
  private final Cluster cluster;
  private final DnsServer dns;
  private final TcpPath path;
  private @Nullable WorkerProcesses workers;

  /** Starts everything; what fails on the way ends with this process. */
  public Stage(Settings settings, Dialect dialect, long seed) {
    scheduler = new WallScheduler(seed);
    scenario = Scenario.on(scheduler, settings, network -> new TcpProbe(network.hosts()));
    Answers answers =
        new Answers(scheduler, scenario.world().zones(), scenario.consumer().vpc().id());
    dns = serve(answers); // first: it is where a second lab on this machine is noticed
    databases = new RealDatabases(engine(dialect, workspace), workspace);
    database =
        scheduler.exclusively(
            () -> {
              DbId id = scenario.provider().database(newDatabase(dialect));
              scenario.world().rds().observe(databases);
              return id;
            });
    cluster = databases.start(this::died);
    Simulator world = scenario.world();
    path = new TcpPath(world.network(), world.path(), this::host, this::entrances);
  }

  /**
   * Runs each worker from now on as a process of its own, started at its first call.
   *
   * @param repository its root, which has been built
   */
  public void runWorkersAsProcesses(Path repository) {
    WorkerProcesses started = new WorkerProcesses(scenario, workspace, repository);
    scenario.installation().hostWorkers(started);
    workers = started;
  }

  /** The two accounts, and Drawbridge in the provider's. */
  public Scenario scenario() {
    return scenario;
  }

  /** The provider's database. */
  public DbId database() {
    return database;
  }

  /** The real servers behind it. */
  public Cluster cluster() {
    return cluster;
  }

  /** Where the consumer's names are served. */
  public InetSocketAddress dns() {
    return dns.address();
  }

  /** An application in the consumer's VPC that was told these names and ports. */
  public Application application(Application.Entry writer, Application.Entry reader) {
    return new Application(
        new LabResolver(dns.address()), cluster.dialect(), writer, reader, new Random());
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.close();
    }
    path.close();
    dns.close();
    databases.close();
    workspace.close();
    scheduler.close();
  }

  /**
   * Passes if no other lab runs on this machine.
   *
   * @throws LabException if the address that every lab needs is taken
   */
  public static void requireFree() {
    InetSocketAddress resolver = new InetSocketAddress(RESOLVER, RESOLVER_PORT);
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(null)) {
      tcp.bind(resolver);
      udp.bind(resolver);
    } catch (IOException e) {
      throw taken(e);
    }
  }

  private static DnsServer serve(Answers answers) {
    try {
      return new DnsServer(answers, RESOLVER, RESOLVER_PORT);
    } catch (LabException e) {
      throw taken(e);
    }
  }

  private static LabException taken(Exception cause) {
    return new LabException(
        "%s:%d is taken, which every lab needs: stop the other lab on this machine first"
            .formatted(RESOLVER, RESOLVER_PORT),
        cause);
  }

  /** RDS notices that a server has died, whoever has killed it. */
  private void died(DbId instance) {
    scheduler.exclusively(() -> scenario.world().rds().crash(instance));
  }

  private static DatabaseEngine engine(Dialect dialect, Workspace workspace) {
    return dialect.equals(Dialect.POSTGRESQL)
        ? new PostgreSql(workspace, Cache.ofUser())
        : new MariaDb(workspace, Cache.ofUser(), HostCache.NONE);
  }

  private static NewDatabase newDatabase(Dialect dialect) {
    boolean postgres = dialect.equals(Dialect.POSTGRESQL);
    NewDatabase cluster =
        NewDatabase.aurora(postgres ? Engine.AURORA_POSTGRESQL : Engine.AURORA_MYSQL, DATABASE)
            .readers(2);
    // What a MySQL-family database behind an NLB needs: its health checks are cut handshakes.
    return postgres ? cluster : cluster.parameter("max_connect_errors", "1000000");
  }

  /** A real address that no simulated host has is the consumer's application. */
  private String host(String real) {
    return scenario.world().ec2().interfaces().at(real).isPresent()
        ? real
        : scenario.consumer().appAddress();
  }

  private Set<InetSocketAddress> entrances() {
    List<NetworkInterfaceRecord> endpoints =
        scenario.world().ec2().interfaces().of(Kind.VPC_ENDPOINT);
    return scenario.world().elb().listenerPorts().stream()
        .flatMap(
            port -> endpoints.stream().map(each -> new InetSocketAddress(each.privateIp(), port)))
        .collect(Collectors.toSet());
  }
}
