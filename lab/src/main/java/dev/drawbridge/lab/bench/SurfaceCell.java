package dev.drawbridge.lab.bench;

import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.elbv2.ElbSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One assumption about the load balancer, in one mode.
 *
 * @param registration from RegisterTargets to the first health check, in seconds
 * @param listenerChange how long a changed listener still uses its former group, in seconds
 */
record SurfaceCell(SurfaceMode mode, int registration, int listenerChange) {
  /** What users and AWS have said of a new target: nobody has measured it for all. */
  static final List<Integer> REGISTRATIONS = List.of(90, 120, 180, 300);

  /** AWS publishes nothing; its own ECS waits ten minutes for a change of weights. */
  static final List<Integer> LISTENER_CHANGES = List.of(0, 35, 75, 300, 600);

  static Stream<SurfaceCell> all() {
    return Stream.of(SurfaceMode.values())
        .flatMap(
            mode ->
                REGISTRATIONS.stream()
                    .flatMap(
                        registration ->
                            LISTENER_CHANGES.stream()
                                .map(change -> new SurfaceCell(mode, registration, change))));
  }

  /** The one that is measured for this one: in a mode that changes no listener one of each row. */
  SurfaceCell measured() {
    return mode.changesListener
        ? this
        : new SurfaceCell(mode, registration, LISTENER_CHANGES.getFirst());
  }

  /** Whoever follows the writer, under that assumption. */
  Policy policy() {
    Settings published = Settings.published();
    ElbSettings elb = published.elb();
    return mode.in(
        published.elb(
            elb.delays(
                elb.delays()
                    .registration(Duration.ofSeconds(registration))
                    .listenerPropagation(Duration.ofSeconds(listenerChange)))));
  }
}
