package dev.drawbridge.simulator.rds;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Delivery;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.events.EventBus;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.CertificateDetails;

/**
 * RDS and Aurora: databases are set up by type here and described, failed over and scaled through
 * the API.
 */
public final class RdsService {
  private final RdsState state = new RdsState();
  private final Delivery delivery;
  private final World world;
  private final Provisioning provisioning;
  private final ClusterFailover clusterFailover;
  private final InstanceFailover instanceFailover;
  private final Lifecycle lifecycle;
  private final BlueGreen blueGreen;
  private final Modification modification;

  /** No databases yet. */
  public RdsService(
      Scheduler scheduler,
      InstanceNetwork network,
      Zones zones,
      EventBus bus,
      RdsSettings settings) {
    Names names = new Names(zones, scheduler.random(), settings.nameTtl());
    this.delivery =
        new Delivery(
            scheduler,
            (arn, payload) -> bus.put(arn.split(":", 6)[4], arn.split(":", 6)[3], payload),
            new DeadLetters((arn, payload) -> {}),
            settings.events());
    this.world =
        new World(
            scheduler,
            settings,
            state,
            network,
            names,
            new Servers(state, network),
            new Propagation(state, names),
            new RdsEvents(scheduler, delivery, settings.eventRetention()));
    this.provisioning = new Provisioning(world);
    this.clusterFailover = new ClusterFailover(world);
    this.instanceFailover = new InstanceFailover(world, clusterFailover);
    this.lifecycle = new Lifecycle(world, provisioning, clusterFailover);
    this.blueGreen = new BlueGreen(world, provisioning);
    this.modification = new Modification(world, provisioning);
  }

  /** Gives RDS the topics that event subscriptions tell. */
  public void tell(EventTopics topics) {
    world.events().subscriptions().topics(topics);
  }

  /** The API. */
  public Service service() {
    RdsOperations operations =
        new RdsOperations(world, clusterFailover, instanceFailover, lifecycle, blueGreen);
    return new Service(
        "rds", Protocol.QUERY, "http://rds.amazonaws.com/doc/2014-10-31/", operations.all());
  }

  /** Makes a DB subnet group; its zones are used in the order of the subnets. */
  public void subnetGroup(String account, String region, String name, List<String> subnetIds) {
    provisioning.subnetGroup(new DbId(account, region, name), "Subnets of " + name, subnetIds);
  }

  /** Sets a database up at once, without the time that creating it takes. */
  public DbId setUp(String account, String region, NewDatabase wanted) {
    DbId id = new DbId(account, region, wanted.name);
    if (wanted.kind == NewDatabase.Kind.INSTANCE) {
      provisioning.standalone(id, wanted, Optional.empty());
    } else {
      provisioning.cluster(id, wanted);
    }
    return id;
  }

  /** Hears of every server from now on, and at once of those that serve. */
  public void observe(RdsObserver observer) {
    world.servers().observe(observer);
    state.instances().stream()
        .filter(DbInstance::serving)
        .map(Servers::server)
        .forEach(observer::up);
  }

  /** Changes how events reach EventBridge from now on. */
  public void events(DeliverySettings value) {
    delivery.settings(value);
  }

  /** Fails a cluster over to a reader, or to the one that AWS would choose. */
  public void failover(DbId cluster, Optional<String> target) {
    clusterFailover.order(state.cluster(cluster), target);
  }

  /** Reboots an instance; with {@code failover} a Multi-AZ instance goes to its standby. */
  public void reboot(DbId instance, boolean failover) {
    instanceFailover.reboot(state.instance(instance), failover);
  }

  /**
   * The server of an instance dies; what follows depends on what the instance is. Without effect if
   * its server does not run.
   */
  public void crash(DbId id) {
    DbInstance instance = state.instance(id);
    if (!instance.serving() && !world.servers().suspended(id)) {
      return;
    }
    Optional<DbCluster> cluster = instance.cluster().map(c -> state.cluster(id.named(c)));
    if (cluster.isPresent() && instance.writable()) {
      clusterFailover.crashed(cluster.get(), instance);
    } else {
      instanceFailover.crashed(instance);
      cluster.ifPresent(c -> world.membersChanged(c, instance));
    }
  }

  /** Auto scaling adds a reader; it serves when AWS has created it. Returns its name. */
  public DbId addReader(DbId cluster) {
    DbId id =
        cluster.named(
            "application-autoscaling-%s"
                .formatted(world.names().letters(12).toLowerCase(Locale.ROOT)));
    return addReader(cluster, id, Optional.empty());
  }

  /** Adds a reader by name, in a zone or in the emptiest. */
  public DbId addReader(DbId cluster, DbId id, Optional<String> zone) {
    return lifecycle.createReader(state.cluster(cluster), id, zone, Map.of()).id();
  }

  /**
   * Adds a read replica to an instance at once, in whichever VPC its subnet group is, if its other
   * replicas are there too.
   */
  public DbId addReplica(DbId source, NewDatabase replica) {
    DbId id = source.named(replica.name);
    provisioning.standalone(id, replica, Optional.of(state.instance(source).id().name()));
    return id;
  }

  /** Deletes an instance, as auto scaling does with its readers. */
  public void remove(DbId instance) {
    lifecycle.delete(state.instance(instance));
  }

  /** Stops an instance that has no read replica and is none. */
  public void stop(DbId instance) {
    lifecycle.stop(state.instance(instance));
  }

  /** Lets others have the address of a stopped instance. */
  public void releaseAddress(DbId stopped) {
    lifecycle.releaseAddress(state.instance(stopped));
  }

  /** Stops a cluster with all its instances. */
  public void stopCluster(DbId cluster) {
    instances(cluster).forEach(lifecycle::stop);
    state.changeCluster(cluster, c -> c.status("stopped"));
  }

  /** Gives a database its engine's default parameter groups. */
  public void defaultParameters(DbId database) {
    modification.defaultParameters(database, instances(database));
  }

  /** Gives one instance its engine's default parameter group, as a replica gets it. */
  public void defaultParametersOf(DbId instance) {
    modification.defaultParameters(state.instance(instance));
  }

  /**
   * RDS shows a database in another DB subnet group, which may be of another VPC: as after a move,
   * but its servers stay where they are.
   */
  public void movedTo(DbId database, String subnetGroup) {
    modification.subnetGroup(database, instances(database), subnetGroup);
  }

  /**
   * The API's answers lack a cluster, as one may that is given another name, or have it again; they
   * show its instances all the while. Its lists lack an instance: whoever names it is still named.
   */
  public void listed(DbId database, boolean is) {
    state
        .findCluster(database)
        .ifPresentOrElse(
            cluster -> state.listed(cluster, is), () -> state.listed(state.instance(database), is));
  }

  /** A switchover of its global database makes a cluster a secondary: it has no writer. */
  public void demote(DbId cluster) {
    modification.demote(state.cluster(cluster));
  }

  /** Switches the public access of one instance on or off. */
  public void publiclyAccessible(DbId instance, boolean value) {
    modification.publiclyAccessible(instance, value);
  }

  /** Gives one instance a parameter group of its own, which is in force after its next start. */
  public void parameters(DbId instance, Map<String, String> values) {
    modification.parameters(state.instance(instance), values);
  }

  /**
   * How far the parameter group of an instance, or of its cluster in that instance, is applied, as
   * RDS shows it: {@code in-sync} or another (API model, DBParameterGroupStatus).
   */
  public void applyStatus(DbId instance, boolean ofCluster, String status) {
    state.applyStatus(state.instance(instance), ofCluster, status);
  }

  /** A read replica replicates no more, for that reason, though it serves; or again. */
  public void replication(DbId replica, Optional<ReplicationError> error) {
    state.replication(state.instance(replica), error);
  }

  /** Shows the certificate of an instance, as RDS does of each. */
  public void certificate(DbId instance, String authority, Instant validTill) {
    state.certificate(
        state.instance(instance),
        CertificateDetails.builder().caIdentifier(authority).validTill(validTill).build());
  }

  /** Gives an Aurora Serverless v2 cluster another minimum, in capacity units. */
  public void minCapacity(DbId cluster, double value) {
    modification.minCapacity(cluster, value);
  }

  /** Puts a database behind other VPC security groups. */
  public void guardedBy(DbId database, String... groups) {
    modification.guardedBy(database, instances(database), List.of(groups));
  }

  /** Starts a stopped instance; {@code writable} unless it is a reader or replica. */
  public void start(DbId instance, boolean writable) {
    lifecycle.start(state.instance(instance), writable);
  }

  /** Lets an instance show a status, without any effect on its server. */
  public void status(DbId instance, String status) {
    state.instance(instance);
    // Only a reader that is available can be promoted: a cluster may have waited for this one.
    state
        .change(instance, i -> i.status(status))
        .flatMap(DbInstance::cluster)
        .flatMap(cluster -> state.findCluster(instance.named(cluster)))
        .ifPresent(clusterFailover::membersChanged);
  }

  /** Moves an instance to another host, and so to another address. */
  public void replaceHost(DbId instance) {
    lifecycle.replaceHost(state.instance(instance));
  }

  /** Lets a database listen at another port, as ModifyDBCluster and ModifyDBInstance do. */
  public void port(DbId database, int port) {
    state.changeCluster(database, c -> c.shape(c.shape().port(port)));
    instances(database).forEach(instance -> instanceFailover.move(instance, port));
  }

  /** Makes the green copy of a cluster, or of an instance with its replicas. */
  public DbId createGreen(DbId blue) {
    return blueGreen.createGreen(blue);
  }

  /** Starts a blue/green switchover. */
  public void switchOver(DbId blue, DbId green) {
    blueGreen.switchOver(blue, green);
  }

  /** Renames a cluster; its instances keep their names. */
  public DbId rename(DbId cluster, String name) {
    DbId renamed = cluster.named(name);
    DbCluster moving = state.cluster(cluster);
    if (!moving.status().equals(DbInstance.AVAILABLE)) {
      throw ServiceError.client(
          "InvalidDBClusterStateFault",
          "DB cluster %s is in %s state".formatted(cluster.name(), moving.status()));
    }
    blueGreen.rename(cluster, renamed, moving.members());
    return renamed;
  }

  /** Deletes a blue/green deployment that has been switched over; both databases stay. */
  public void forgetDeployment(DbId source) {
    blueGreen.forget(source);
  }

  /** Takes a cluster or an instance away at once, replicas and members included. */
  public void destroy(DbId database) {
    for (DbInstance instance : instances(database)) {
      provisioning.remove(instance.id());
      world.events().instance(instance, "0003", "deletion", "DB instance deleted.");
    }
    state
        .findCluster(database)
        .ifPresent(
            cluster -> {
              world.names().remove(database);
              state.remove(cluster);
            });
  }

  /** A cluster as it is. */
  public DbCluster cluster(DbId id) {
    return state.cluster(id);
  }

  /** An instance as it is. */
  public DbInstance instance(DbId id) {
    return state.instance(id);
  }

  /** The member that accepts writes now, whatever API and DNS say. */
  public Optional<DbInstance> writer(DbId cluster) {
    return state.writer(state.cluster(cluster));
  }

  /** The instances of a database: a cluster's members, or an instance and its replicas there. */
  public List<DbInstance> instances(DbId database) {
    return state
        .findCluster(database)
        .map(state::members)
        .orElseGet(
            () ->
                state.instances().stream()
                    .filter(i -> i.id().equals(database) || replicates(i, database))
                    .toList());
  }

  private static boolean replicates(DbInstance instance, DbId source) {
    return instance.replicaOf().filter(source.name()::equals).isPresent()
        && instance.id().equals(source.named(instance.id().name()));
  }

  /** The members that serve reads now and no writes. */
  public List<DbInstance> servingReaders(DbId cluster) {
    return state.members(state.cluster(cluster)).stream()
        .filter(i -> i.serving() && !i.writable())
        .toList();
  }

  /** The server that serves at an address, if one does: who answers a connection. */
  public Optional<Server> serverAt(String address) {
    return world.servers().at(address);
  }

  /** The name that leads to an instance. */
  public String instanceName(DbId instance) {
    return world.names().instance(instance);
  }

  /** The name that leads to a cluster's writer. */
  public String writerName(DbId cluster) {
    return world.names().writer(cluster);
  }

  /** The name that leads to a cluster's readers. */
  public String readerName(DbId cluster) {
    return world.names().reader(cluster);
  }
}
