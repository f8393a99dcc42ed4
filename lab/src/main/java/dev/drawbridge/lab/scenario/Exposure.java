package dev.drawbridge.lab.scenario;

import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.Server;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A database that the first consumer has been onboarded to: its path, its target groups, and what
 * is true of its servers.
 */
public final class Exposure {
  private final Scenario scenario;
  private final DbId database;
  private final int readerPort;
  private final String readerGroup;
  private final String loadBalancer;
  private final String address;

  private Exposure(Scenario scenario, DbId database, int port, String arn, String address) {
    this.scenario = scenario;
    this.database = database;
    this.readerPort = port;
    this.readerGroup = group(scenario, Names.readerGroup(arn));
    this.loadBalancer = Names.loadBalancer(arn);
    this.address = address;
  }

  /**
   * Onboards the first consumer, approval and endpoint included; returns when it is onboarded.
   *
   * @throws IllegalStateException if the onboarding does not succeed
   */
  public static Exposure of(Scenario scenario, DbId database) {
    return of(scenario, database, RequestText.to(database.name()));
  }

  /** The same with a request of its own. */
  public static Exposure of(Scenario scenario, DbId database, RequestText request) {
    Approver approver = scenario.approver("grace@example.com");
    Encounter encounter = Encounter.start(scenario, scenario.consumer(), approver, request.json());
    VpcEndpoint endpoint = encounter.finish();
    Onboarding run = encounter.run();
    if (run.describe().status() != ExecutionStatus.SUCCEEDED) {
      throw new IllegalStateException("onboarding went wrong: " + run.describe());
    }
    return through(scenario, database, endpoint);
  }

  /** The exposure of a database that has been onboarded to the first consumer's endpoint. */
  public static Exposure through(Scenario scenario, DbId database, VpcEndpoint endpoint) {
    RdsService rds = scenario.world().rds();
    DbInstance one = rds.instances(database).getFirst();
    String arn = database.arn(one.cluster().isPresent() ? "cluster" : "db");
    return new Exposure(
        scenario, database, one.shape().port(), arn, resolve(scenario.world(), endpoint));
  }

  /** The database. */
  public DbId database() {
    return database;
  }

  /** The scenario that it is part of. */
  public Scenario scenario() {
    return scenario;
  }

  /** What becomes of a new connection of the consumer's application that wants to write. */
  public PathResult connectToWrite() {
    return connectTo(writerPort());
  }

  /** What becomes of a new connection of the consumer's application to a port of its endpoint. */
  public PathResult connectTo(int port) {
    return scenario.consumer().connect(address, port);
  }

  /** What becomes of a new connection of the consumer's application that wants to read. */
  public PathResult connectToRead() {
    return connectTo(readerPort);
  }

  /** Whether a new connection to the writer port reaches a server that accepts writes. */
  public boolean writes() {
    return serverBehind(writerPort()).filter(Server::writable).isPresent();
  }

  /** The server that a new connection to a port of the endpoint reaches. */
  public Optional<Server> serverBehind(int port) {
    return connectTo(port) instanceof Reached reached
        ? scenario.world().rds().serverAt(reached.targetIp())
        : Optional.empty();
  }

  /**
   * The addresses registered in the group that gets the writer's connections; those that drain are
   * not among them.
   */
  public Set<String> writerGroup() {
    return registered(writerGroupArn());
  }

  /** The addresses registered in the reader group; those that drain are not among them. */
  public Set<String> readerGroup() {
    return registered(readerGroup);
  }

  /**
   * The ARN of the group that gets the writer's connections.
   *
   * @throws IllegalStateException if the writer's port shares them among several groups, or none
   */
  public String writerGroupArn() {
    List<String> groups = scenario.world().elb().forwards(loadBalancer, writerPort());
    if (groups.size() != 1) {
      throw new IllegalStateException("the writer's port leads to " + groups);
    }
    return groups.getFirst();
  }

  /** The writer's port. */
  public int writerPort() {
    return readerPort + 1;
  }

  /** An address of the consumer's endpoint. */
  public String address() {
    return address;
  }

  /** The ports of the database's instances, with the owner's {@code instancePorts}. */
  public List<Integer> instancePorts() {
    int first = writerPort() + 1;
    int instances = scenario.world().rds().instances(database).size();
    return IntStream.range(first, first + instances).boxed().toList();
  }

  /** The reader group's ARN. */
  public String readerGroupArn() {
    return readerGroup;
  }

  /** The port of the database's writer. */
  public int databasePort() {
    return readerPort;
  }

  /** What is true of the servers now. */
  public Roles roles() {
    return Roles.of(scenario.world().rds(), database);
  }

  private Set<String> registered(String group) {
    return scenario.world().elb().registered(group).stream()
        .map(TargetDescription::id)
        .collect(Collectors.toSet());
  }

  private static String group(Scenario scenario, String name) {
    return scenario
        .installation()
        .clientsOf("operator")
        .elb()
        .describeTargetGroups(r -> r.names(name))
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }

  private static String resolve(Simulator world, VpcEndpoint endpoint) {
    return Optional.of(endpoint.dnsEntries().getFirst().dnsName())
        .flatMap(name -> world.zones().lookup("public", name))
        .orElseThrow()
        .addresses()
        .getFirst();
  }
}
