package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.rds.Server;
import java.time.Duration;
import java.util.Optional;

/**
 * A client that knows the port of each instance and finds the writer itself: hosts in their order,
 * a role check at each, as libpq and the drivers with host lists do.
 *
 * @param perDeadHost what one that does not serve costs: nearly nothing if its host refuses, the
 *     connect time-out if it is silent
 */
record HostListClient(Duration perDeadHost) implements Client {
  /** A host that refuses. */
  static final HostListClient REFUSED = new HostListClient(Duration.ofMillis(1));

  /** A host that drops packets, with the time-out that docs/failover.md advises. */
  static final HostListClient SILENT = new HostListClient(Duration.ofSeconds(2));

  /** Connecting, signing in and asking for the role: a few round trips within a region. */
  private static final Duration ROLE_CHECK = Duration.ofMillis(10);

  @Override
  public Optional<Duration> write(Exposure exposure) {
    int hosts = exposure.scenario().world().rds().instances(exposure.database()).size();
    Duration taken = Duration.ZERO;
    for (int port = exposure.writerPort() + 1; port <= exposure.writerPort() + hosts; port++) {
      Optional<Server> server = exposure.serverBehind(port);
      taken = taken.plus(server.isPresent() ? ROLE_CHECK : perDeadHost);
      if (server.filter(Server::writable).isPresent()) {
        return Optional.of(taken);
      }
    }
    return Optional.empty();
  }
}
