package dev.drawbridge.lab.history;

import dev.drawbridge.aws.rds.InstanceStatus;
import dev.drawbridge.model.Serving;
import dev.drawbridge.simulator.dns.DnsAnswer;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.rds.DbCluster;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.InstanceNetwork.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A database at one moment: what is true of it, what RDS shows, and where its names lead.
 *
 * @param cluster empty for an instance with its replicas
 * @param named the addresses behind each instance's own name
 * @param namedZones the zones of these addresses
 */
record Snapshot(
    List<DbInstance> instances,
    Optional<DbCluster> cluster,
    List<List<String>> named,
    List<List<String>> namedZones) {

  static Snapshot of(LivingDatabase db) {
    List<DbInstance> instances = db.instances();
    List<List<String>> named = new ArrayList<>();
    for (DbInstance instance : instances) {
      String name = db.rds().instanceName(instance.id());
      named.add(
          db.scenario()
              .world()
              .zones()
              .lookup(Zones.PUBLIC, name)
              .map(DnsAnswer::addresses)
              .orElse(List.of()));
    }
    return new Snapshot(
        instances,
        db.kind().cluster() ? Optional.of(db.rds().cluster(db.id())) : Optional.empty(),
        named,
        named.stream().map(names -> zones(db, names)).toList());
  }

  /** The subnets of the site are blocks of 256 addresses each. */
  private static List<String> zones(LivingDatabase db, List<String> addresses) {
    return addresses.stream()
        .map(address -> address.substring(0, address.lastIndexOf('.')) + ".0/24")
        .flatMap(
            block ->
                db.scenario().provider().subnets().stream()
                    .filter(subnet -> subnet.cidr().equals(block)))
        .map(subnet -> subnet.zone().name())
        .toList();
  }

  /** What a run of refresh-targets can learn from RDS: who does what, and where. */
  Set<String> shown() {
    return instances.stream()
        .map(
            i ->
                String.join(
                    ":",
                    i.id().name(),
                    i.resourceId(),
                    writes(i) ? "writer" : "reader",
                    serves(i).name(),
                    i.placement().shownZone()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether names and RDS agree about every instance that serves or might. */
  boolean agrees() {
    return IntStream.range(0, instances.size())
        .filter(i -> serves(instances.get(i)) != Serving.DOES_NOT_SERVE)
        .allMatch(i -> namedZones.get(i).equals(List.of(instances.get(i).placement().shownZone())));
  }

  /** Whether RDS calls an instance serving whose server is down. */
  boolean deadOnes() {
    return instances.stream().anyMatch(i -> serves(i) == Serving.SERVES && !i.serving());
  }

  /** Whether RDS and names show nothing but the truth, so that the groups can be right. */
  boolean settled() {
    boolean honest =
        instances.stream()
            .allMatch(i -> serves(i) == (i.serving() ? Serving.SERVES : Serving.DOES_NOT_SERVE));
    boolean named =
        IntStream.range(0, instances.size())
            .filter(i -> instances.get(i).serving())
            .allMatch(i -> this.named.get(i).equals(List.of(instances.get(i).address())));
    return honest && named && agrees() && roleShown();
  }

  /** Whether nothing is going on: every instance that is left serves, and one of them writes. */
  boolean atRest() {
    return settled()
        && instances.stream().allMatch(i -> i.status().equals(DbInstance.AVAILABLE))
        && (empty() || instances.stream().filter(DbInstance::writable).count() == 1)
        && cluster.stream().allMatch(c -> c.status().equals(DbInstance.AVAILABLE));
  }

  /** Whether it is a cluster whose last instance has been removed. */
  boolean empty() {
    return instances.isEmpty();
  }

  /** The addresses of those that serve reads and of which RDS says so. */
  Set<String> shownReaders() {
    return instances.stream()
        .filter(i -> i.serving() && !i.writable() && !writes(i) && serves(i) == Serving.SERVES)
        .map(DbInstance::address)
        .collect(Collectors.toSet());
  }

  /** The addresses of all its servers. */
  Stream<String> addresses() {
    return instances.stream()
        .flatMap(
            i -> Stream.concat(Stream.of(i.placement().node()), i.placement().standby().stream()))
        .map(Node::address);
  }

  /** Either nobody writes and the shown writer is known to be away, or the writer is shown. */
  private boolean roleShown() {
    List<DbInstance> writers = instances.stream().filter(DbInstance::writable).toList();
    List<DbInstance> shown = instances.stream().filter(this::writes).toList();
    return writers.isEmpty()
        ? shown.stream().allMatch(i -> serves(i) == Serving.DOES_NOT_SERVE)
        : writers.equals(shown);
  }

  private boolean writes(DbInstance instance) {
    return cluster
        .map(c -> c.shownWriter().filter(instance.id().name()::equals).isPresent())
        .orElseGet(() -> instance.replicaOf().isEmpty());
  }

  private static Serving serves(DbInstance instance) {
    return InstanceStatus.of(instance.status());
  }
}
