package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Server;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application that keeps a session through the writer's port until somebody ends it, as a pool
 * does without a rule of its own: a server that only reads answers a write with an error, and the
 * session is sound. It opens the next one at once. Of one world.
 */
final class KeptSession implements Client {
  private @Nullable Reached session;

  @Override
  public Optional<Duration> write(Exposure exposure) {
    if (session == null && exposure.connectToWrite() instanceof Reached reached) {
      session = reached;
      var _ =
          exposure.scenario().world().network().connections().open(reached, cut -> session = null);
    }
    return Optional.ofNullable(session)
        .flatMap(open -> exposure.scenario().world().rds().serverAt(open.targetIp()))
        .filter(Server::writable)
        .map(writer -> Duration.ZERO);
  }
}
