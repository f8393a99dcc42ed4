package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.rds.InstanceNetwork.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes databases and takes them away. */
final class Provisioning {
  /** AWS's default promotion tier. */
  private static final int DEFAULT_TIER = 1;

  private final World world;
  private final RdsState state;

  Provisioning(World world) {
    this.world = world;
    this.state = world.state();
  }

  SubnetGroup subnetGroup(DbId id, String description, List<String> subnetIds) {
    SubnetGroup group =
        new SubnetGroup(
            id,
            description,
            subnetIds.stream()
                .map(s -> world.network().subnet(id.account(), id.region(), s))
                .toList());
    state.put(group);
    return group;
  }

  /** Makes a cluster at once: writer in the first zone, readers in the zones after it. */
  DbCluster cluster(DbId id, NewDatabase wanted) {
    Shape shape = shape(id, wanted, true);
    DbCluster cluster =
        new DbCluster(
            id,
            world.names().clusterResourceId(),
            shape,
            DbInstance.AVAILABLE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            wanted.tags,
            world.scheduler().now());
    state.put(cluster);
    List<String> zones = state.subnetGroup(id.named(shape.subnetGroup())).zones();
    for (int i = 0; i <= wanted.readers; i++) {
      DbId member = id.named(id.name() + "-" + (i + 1));
      String zone = zones.get(i % zones.size());
      join(id, member, shape, zone, wanted.tags);
      state.change(member, m -> m.status(DbInstance.AVAILABLE));
      world.servers().start(member, i == 0);
    }
    world.propagation().show(id);
    world.propagation().name(id);
    return state.cluster(id);
  }

  /** Makes an instance of a cluster, still {@code creating}. */
  DbInstance join(DbId cluster, DbId member, Shape shape, String zone, Map<String, String> tags) {
    Shape own = shape.parameterGroup(defaultGroup(member, shape.engine(), false)).singleZone();
    DbInstance made = instance(member, own, zone, Optional.empty(), tags).cluster(cluster.name());
    state.put(made);
    state.changeCluster(cluster, c -> c.members(with(c.members(), member.name())));
    return made;
  }

  /**
   * Makes an instance and its replicas at once.
   *
   * @throws ServiceError InvalidDBSubnetGroupFault: the source has a replica in another VPC
   */
  DbInstance standalone(DbId id, NewDatabase wanted, Optional<String> replicaOf) {
    Shape shape = shape(id, wanted, false);
    replicaOf.ifPresent(source -> requireOneVpc(id, source, shape));
    String zone = state.subnetGroup(id.named(shape.subnetGroup())).zones().getFirst();
    state.put(instance(id, shape, zone, replicaOf, wanted.tags).status(DbInstance.AVAILABLE));
    world.servers().start(id, replicaOf.isEmpty());
    for (NewDatabase replica : wanted.replicas) {
      String region = replica.region.orElse(id.region());
      // Across regions the source is known by its ARN (API model, DBInstance).
      String source = region.equals(id.region()) ? id.name() : id.arn("db");
      standalone(new DbId(id.account(), region, replica.name), replica, Optional.of(source));
    }
    return state.instance(id);
  }

  /**
   * All read replicas of one source in one Region have DB subnet groups of the same VPC
   * (CreateDBInstanceReadReplica).
   */
  private void requireOneVpc(DbId replica, String source, Shape shape) {
    String vpc = vpc(replica, shape);
    boolean elsewhere =
        state.instances().stream()
            .filter(i -> i.id().equals(replica.named(i.id().name())))
            .filter(i -> i.replicaOf().filter(source::equals).isPresent())
            .anyMatch(i -> !vpc(i.id(), i.shape()).equals(vpc));
    if (elsewhere) {
      throw ServiceError.client(
          "InvalidDBSubnetGroupFault",
          "The DB subnet group of %s does not belong to the VPC of the other read replicas of %s"
              .formatted(replica.name(), source));
    }
  }

  private String vpc(DbId id, Shape shape) {
    return state.subnetGroup(id.named(shape.subnetGroup())).vpcId();
  }

  /** Makes an instance, {@code creating}; its name leads to its server from now on. */
  DbInstance instance(
      DbId id, Shape shape, String zone, Optional<String> replicaOf, Map<String, String> tags) {
    SubnetGroup group = state.subnetGroup(id.named(shape.subnetGroup()));
    Optional<Node> standby =
        shape.multiAz()
            ? group.zones().stream()
                .filter(z -> !z.equals(zone))
                .findFirst()
                .map(z -> attach(id, group, z, shape))
            : Optional.empty();
    DbInstance made =
        new DbInstance(
            id,
            "db-" + world.names().letters(26).toUpperCase(Locale.ROOT),
            shape,
            Optional.empty(),
            replicaOf,
            "creating",
            Placement.at(attach(id, group, zone, shape), standby),
            false,
            false,
            tags,
            DEFAULT_TIER,
            world.scheduler().now());
    state.put(made);
    world.names().publish(made);
    return made;
  }

  /** Takes an instance away: its name, its address, its place in the cluster. */
  void remove(DbId id) {
    DbInstance instance = state.instance(id);
    world.servers().stop(id);
    world.names().remove(instance);
    world.network().detach(instance.placement().node());
    instance.placement().standby().ifPresent(world.network()::detach);
    state.remove(instance);
    instance
        .cluster()
        .flatMap(
            c ->
                state.changeCluster(
                    id.named(c), old -> old.members(without(old.members(), id.name()))))
        .ifPresent(c -> world.membersChanged(c, instance));
  }

  /** Makes sure that an engine's default parameter group is there, and names it. */
  String defaultGroup(DbId near, Engine engine, boolean ofCluster) {
    DbId id = near.named("default." + engine.family());
    if (state.findGroup(id, ofCluster).isEmpty()) {
      state.put(new ParameterGroup(id, ofCluster, engine, Map.of()));
    }
    return id.name();
  }

  private Node attach(DbId id, SubnetGroup group, String zone, Shape shape) {
    return world
        .network()
        .attach(id.account(), id.region(), group.in(zone).id(), shape.securityGroups());
  }

  private Shape shape(DbId id, NewDatabase wanted, boolean ofCluster) {
    SubnetGroup group = state.subnetGroup(id.named(wanted.subnetGroup));
    List<String> guards =
        wanted.securityGroups.isEmpty()
            ? List.of(
                world.network().defaultSecurityGroup(id.account(), id.region(), group.vpcId()))
            : wanted.securityGroups;
    return new Shape(
        wanted.engine,
        wanted.instanceClass,
        wanted.port.orElse(wanted.engine.port()),
        group.id().name(),
        guards,
        parameterGroup(id, wanted, ofCluster),
        wanted.multiAz || wanted.kind == NewDatabase.Kind.MULTI_AZ_CLUSTER,
        wanted.publiclyAccessible,
        wanted.minCapacity);
  }

  private String parameterGroup(DbId id, NewDatabase wanted, boolean ofCluster) {
    if (wanted.parameters.isEmpty()) {
      return defaultGroup(id, wanted.engine, ofCluster);
    }
    DbId own = id.named(id.name() + "-parameters");
    state.put(new ParameterGroup(own, ofCluster, wanted.engine, wanted.parameters));
    return own.name();
  }

  private static List<String> with(List<String> names, String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return more;
  }

  private static List<String> without(List<String> names, String name) {
    return names.stream().filter(n -> !n.equals(name)).toList();
  }
}
