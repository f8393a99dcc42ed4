package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The green copy of an instance: a read replica of the blue one, with a replica of its own for each
 * of the blue one's, until names are switched (RDS user guide, "Overview of Amazon RDS Blue/Green
 * Deployments"). That the blue one lists it among its replicas is UNCONFIRMED.
 */
record GreenInstances(World world, Provisioning provisioning) {

  /**
   * Makes it at once.
   *
   * @throws ServiceError InvalidDBInstanceState: the blue one or a replica is not available
   */
  DbId create(DbId blueId) {
    DbInstance blue = world.state().instance(blueId);
    if (!ready(blueId)) {
      throw ServiceError.client(
          "InvalidDBInstanceState", "DB instance %s is not available".formatted(blueId.name()));
    }
    String suffix = BlueGreen.suffix(world);
    List<DbInstance> replicas = replicas(blueId);
    DbId green = copy(blue, suffix, blueId.name());
    replicas.forEach(each -> copy(each, suffix, green.name()));
    return green;
  }

  private DbId copy(DbInstance original, String suffix, String source) {
    DbId id = original.id().named(original.id().name() + suffix);
    String zone = original.placement().node().subnet().zone();
    provisioning.instance(id, original.shape(), zone, Optional.of(source), original.tags());
    world
        .state()
        .change(id, i -> i.status(DbInstance.AVAILABLE))
        .ifPresent(i -> world.events().instance(i, "0005", "creation", "DB instance created."));
    world.servers().start(id, false);
    return id;
  }

  /** Whether both are at rest with their replicas (RDS user guide, "Switchover guardrails"). */
  boolean ready(DbId... both) {
    return Stream.of(both)
        .allMatch(
            each ->
                world.state().findInstance(each).filter(GreenInstances::atRest).isPresent()
                    && replicas(each).stream().allMatch(GreenInstances::atRest));
  }

  /** One whose writes have been stopped is on its way already. */
  boolean switchable(DbId blue, DbId green) {
    return ready(blue, green) && world.state().instance(blue).writable();
  }

  private static boolean atRest(DbInstance instance) {
    return instance.serving() && instance.status().equals(DbInstance.AVAILABLE);
  }

  void writable(DbId id, boolean is) {
    world.state().change(id, i -> i.server(i.serving(), is && i.serving()));
  }

  /** What the names lead to changes with all that they stand for; the servers stay. */
  void swap(DbId blue, DbId green) {
    List<DbInstance> copies = replicas(green);
    String suffix = green.name().substring(blue.name().length());
    DbId old = blue.named(blue.name() + "-old1");
    replicas(blue).stream()
        .filter(each -> !each.id().equals(green))
        .forEach(each -> rename(each, each.id().name() + "-old1", Optional.of(old.name())));
    rename(world.state().instance(blue), old.name(), Optional.empty());
    rename(world.state().instance(green), blue.name(), Optional.empty());
    copies.forEach(each -> rename(each, without(suffix, each), Optional.of(blue.name())));
    world.servers().promote(blue);
  }

  private static String without(String suffix, DbInstance copy) {
    String name = copy.id().name();
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }

  private void rename(DbInstance instance, String name, Optional<String> source) {
    world.names().remove(instance);
    world.state().remove(instance);
    DbInstance renamed = instance.id(instance.id().named(name)).replicaOf(source);
    world.state().put(renamed);
    world.names().publish(renamed);
  }

  private List<DbInstance> replicas(DbId source) {
    return world.state().instances().stream()
        .filter(i -> i.id().equals(source.named(i.id().name())))
        .filter(i -> i.replicaOf().filter(source.name()::equals).isPresent())
        .toList();
  }
}
