package dev.drawbridge.simulator.rds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A database to set up; the one builder for every topology.
 *
 * <pre>{@code
 * rds.setUp("111111111111", "eu-central-1",
 *     NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2).in("private").guardedBy("sg-1"));
 * }</pre>
 */
public final class NewDatabase {
  /** What kinds of databases there are. */
  enum Kind {
    AURORA,
    MULTI_AZ_CLUSTER,
    INSTANCE
  }

  final Kind kind;
  final Engine engine;
  final String name;
  final List<NewDatabase> replicas = new ArrayList<>();
  final Map<String, String> parameters = new LinkedHashMap<>();
  final Map<String, String> tags = new LinkedHashMap<>();
  int readers;
  boolean multiAz;
  boolean publiclyAccessible;
  String instanceClass = "db.r6g.large";
  String subnetGroup = "default";
  List<String> securityGroups = List.of();
  OptionalInt port = OptionalInt.empty();
  OptionalDouble minCapacity = OptionalDouble.empty();
  Optional<String> region = Optional.empty();

  private NewDatabase(Kind kind, Engine engine, String name) {
    this.kind = kind;
    this.engine = engine;
    this.name = name;
  }

  /**
   * An Aurora cluster, or one of its relatives: one writer, called {@code name-1}, and no reader
   * yet.
   */
  public static NewDatabase aurora(Engine engine, String name) {
    require(engine.clustered(), "no engine of clusters: " + engine.id());
    return new NewDatabase(Kind.AURORA, engine, name);
  }

  /** A Multi-AZ DB cluster: a writer and two readers in three zones. */
  public static NewDatabase multiAzCluster(Engine engine, String name) {
    require(
        engine == Engine.MYSQL || engine == Engine.POSTGRESQL,
        "no Multi-AZ DB clusters with " + engine.id());
    return new NewDatabase(Kind.MULTI_AZ_CLUSTER, engine, name).readers(2);
  }

  /** An RDS instance in a single zone, without replicas. */
  public static NewDatabase instance(Engine engine, String name) {
    require(!engine.clustered(), "its instances belong to a cluster: " + name);
    return new NewDatabase(Kind.INSTANCE, engine, name);
  }

  /** So many readers, spread over the zones of the subnet group. */
  public NewDatabase readers(int value) {
    require(kind != Kind.INSTANCE, "an instance has replicas, not readers");
    readers = value;
    return this;
  }

  /** With a standby in a second zone. */
  public NewDatabase multiAz() {
    require(kind == Kind.INSTANCE, "only instances have a standby");
    multiAz = true;
    return this;
  }

  /** With a read replica, which has its own port, groups and maybe region. */
  public NewDatabase replica(NewDatabase replica) {
    require(kind == Kind.INSTANCE && replica.kind == Kind.INSTANCE, "replicas are instances");
    replicas.add(replica);
    return this;
  }

  /** In the subnets of this DB subnet group. */
  public NewDatabase in(String group) {
    subnetGroup = group;
    return this;
  }

  /** In another region than its source; for replicas. */
  public NewDatabase inRegion(String value) {
    region = Optional.of(value);
    return this;
  }

  /** Guarded by these VPC security groups; else by the VPC's default group. */
  public NewDatabase guardedBy(String... groups) {
    securityGroups = List.of(groups);
    return this;
  }

  /** Listening on another port than the engine's. */
  public NewDatabase port(int value) {
    port = OptionalInt.of(value);
    return this;
  }

  /** With a public address. */
  public NewDatabase publiclyAccessible() {
    publiclyAccessible = true;
    return this;
  }

  /** Of another instance class. */
  public NewDatabase instanceClass(String value) {
    instanceClass = value;
    return this;
  }

  /** As Aurora Serverless v2 of at least so many capacity units; with 0 it pauses when idle. */
  public NewDatabase serverless(double minimum) {
    require(kind == Kind.AURORA, "only Aurora is serverless");
    minCapacity = OptionalDouble.of(minimum);
    return instanceClass("db.serverless");
  }

  /** With a parameter group of its own in which this value is set. */
  public NewDatabase parameter(String parameter, String value) {
    parameters.put(parameter, value);
    return this;
  }

  /** With a tag. */
  public NewDatabase tag(String key, String value) {
    tags.put(key, value);
    return this;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
