package dev.drawbridge.onboarding;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstancePort;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What connection strings are made of.
 *
 * @param host the consumer's endpoint
 * @param instances the ports of instances; empty if they have none
 */
record Path(Database database, String host, List<InstancePort> instances) {
  /** By port. */
  Path {
    instances = instances.stream().sorted(Comparator.comparingInt(InstancePort::port)).toList();
  }

  /** Whether a client can find the writer itself. */
  boolean leadsToInstances() {
    return !instances.isEmpty();
  }

  /** Whether its clients speak PostgreSQL's protocol. */
  boolean postgres() {
    return database.engine().contains("postgres");
  }

  /** The host once an instance. */
  String hosts() {
    return each(port -> host, ",");
  }

  /** The ports. */
  String ports() {
    return each(port -> String.valueOf(port.port()), ",");
  }

  /** Host and port of each. */
  String pairs() {
    return each(port -> host + ":" + port.port(), ",");
  }

  /** A text for each. */
  String each(Function<InstancePort, String> text, String between) {
    return instances.stream().map(text).collect(Collectors.joining(between));
  }

  /** RDS's own names of those instances, as far as the run has seen them. */
  String realNames() {
    return each(
        port ->
            database.members().stream()
                .filter(member -> member.identifier().equals(port.identifier()))
                .map(member -> member.endpoint())
                .findFirst()
                .orElse(database.writerEndpoint()),
        ",");
  }
}
