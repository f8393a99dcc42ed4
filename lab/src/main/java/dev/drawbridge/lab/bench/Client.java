package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import java.time.Duration;
import java.util.Optional;

/** How an application of the consumer gets to the writer. */
interface Client {
  /** By the writer's port, as everybody can. */
  Client WRITER_PORT =
      exposure -> exposure.writes() ? Optional.of(Duration.ZERO) : Optional.empty();

  /** How long a new connection that can write takes; empty if there is none. */
  Optional<Duration> write(Exposure exposure);
}
