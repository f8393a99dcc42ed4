package dev.drawbridge.simulator.rds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** What somebody changes of a database in place, at once and without a restart. */
final class Modification {
  private final World world;
  private final RdsState state;
  private final Provisioning provisioning;

  Modification(World world, Provisioning provisioning) {
    this.world = world;
    this.state = world.state();
    this.provisioning = provisioning;
  }

  /**
   * The engine's default groups, as an upgrade or a green copy gets them where nobody says which.
   */
  void defaultParameters(DbId database, List<DbInstance> instances) {
    state.changeCluster(database, c -> c.shape(withDefaults(database, c.shape(), true)));
    instances.forEach(this::defaultParameters);
  }

  /** The engine's default group for one instance. */
  void defaultParameters(DbInstance one) {
    state.change(one.id(), i -> i.shape(withDefaults(one.id(), i.shape(), false)));
  }

  /** Another DB subnet group; where the servers run, stays. */
  void subnetGroup(DbId database, List<DbInstance> instances, String name) {
    state.changeCluster(database, c -> c.shape(c.shape().subnetGroup(name)));
    instances.forEach(one -> state.change(one.id(), i -> i.shape(i.shape().subnetGroup(name))));
  }

  /**
   * What SwitchoverGlobalCluster makes of the primary: a secondary, all members of which only read
   * (Aurora user guide, "Switchover for global databases"). That it shows no member as writer and
   * no endpoint of one is reported, not recorded: UNCONFIRMED.
   */
  void demote(DbCluster cluster) {
    state.demote(cluster);
    state.members(cluster).forEach(i -> state.change(i.id(), m -> m.server(m.serving(), false)));
    state.changeCluster(
        cluster.id(), c -> c.shownWriter(Optional.empty()).namedWriter(Optional.empty()));
    world.names().removeWriter(cluster.id());
    world.propagation().name(cluster.id());
  }

  /** Public access of one instance; from outside its VPC its name leads elsewhere at once. */
  void publiclyAccessible(DbId instance, boolean value) {
    state
        .change(instance, i -> i.shape(i.shape().publiclyAccessible(value)))
        .ifPresent(world.names()::publish);
  }

  /**
   * A group of its own for one instance, which waits for a reboot (RDS user guide, "Associating a
   * DB parameter group with a DB instance").
   */
  void parameters(DbInstance one, Map<String, String> values) {
    DbId group = one.id().named(one.id().name() + "-own");
    state.put(new ParameterGroup(group, false, one.shape().engine(), values));
    state.change(one.id(), i -> i.shape(i.shape().parameterGroup(group.name())));
    state.applyStatus(one, false, RdsState.PENDING_REBOOT);
  }

  /** Another minimum of Aurora Serverless v2, in capacity units. */
  void minCapacity(DbId cluster, double value) {
    state.changeCluster(cluster, c -> c.shape(c.shape().minCapacity(OptionalDouble.of(value))));
  }

  /** Other VPC security groups, for all instances. */
  void guardedBy(DbId database, List<DbInstance> instances, List<String> groups) {
    UnaryOperator<Shape> others = shape -> shape.securityGroups(groups);
    state.changeCluster(database, c -> c.shape(others.apply(c.shape())));
    for (DbInstance one : instances) {
      state.change(one.id(), i -> i.shape(others.apply(i.shape())));
      world.network().guard(one.placement().node(), groups);
      one.placement().standby().ifPresent(standby -> world.network().guard(standby, groups));
    }
  }

  private Shape withDefaults(DbId near, Shape shape, boolean ofCluster) {
    return shape.parameterGroup(provisioning.defaultGroup(near, shape.engine(), ofCluster));
  }
}
