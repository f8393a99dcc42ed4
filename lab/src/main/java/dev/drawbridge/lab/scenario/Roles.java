package dev.drawbridge.lab.scenario;

import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which servers of a database do what at this moment: what is true, whatever API and DNS show.
 *
 * @param writer the address that accepts writes, if one does
 * @param readers the addresses that serve reads and no writes
 */
public record Roles(Optional<String> writer, Set<String> readers) {

  /** The roles now. */
  public static Roles of(RdsService rds, DbId database) {
    List<DbInstance> serving =
        rds.instances(database).stream().filter(DbInstance::serving).toList();
    return new Roles(
        serving.stream().filter(DbInstance::writable).map(DbInstance::address).findFirst(),
        serving.stream()
            .filter(instance -> !instance.writable())
            .map(DbInstance::address)
            .collect(Collectors.toSet()));
  }

  /** What the reader group must hold: the readers, or the writer where there is none. */
  public Set<String> readTargets() {
    return readers.isEmpty() ? writeTargets() : readers;
  }

  /** What the writer group must hold. */
  public Set<String> writeTargets() {
    return writer.map(Set::of).orElse(Set.of());
  }
}
