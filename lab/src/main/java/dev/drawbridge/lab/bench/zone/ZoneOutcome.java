package dev.drawbridge.lab.bench.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a lost zone has led to.
 *
 * @param failovers of all databases together
 * @param bound when each could have been registered since the first promotion, had nothing else
 *     been in the way, sorted
 * @param promoting from the first promotion to the last
 * @param lastRegistered from the first promotion until the last writer was registered
 * @param lastReleased from the first promotion until the last former writer was taken out
 * @param registrations how long each database waited from its promotion, sorted
 * @param outages how long new connections could not write, sorted
 * @param registeredAt when each writer was registered, since the first promotion, sorted
 * @param unrepaired databases whose writer was not registered in the end
 * @param idle what workers did in {@code idleFor} before
 * @param storm what they did since
 * @param well whether everything was as it should be in the end
 */
record ZoneOutcome(
    ZoneLoss of,
    long failovers,
    List<Duration> bound,
    Duration promoting,
    Duration lastRegistered,
    Duration lastReleased,
    List<Duration> registrations,
    List<Duration> outages,
    List<Duration> registeredAt,
    long unrepaired,
    Tally idle,
    Duration idleFor,
    Tally storm,
    boolean well) {

  static ZoneOutcome of(
      ZoneLoss loss, List<Cluster> fleet, Tally idle, Duration idleFor, Tally storm, boolean well) {
    List<Instant> promotions =
        fleet.stream().map(Cluster::promotedAt).flatMap(Optional::stream).sorted().toList();
    Instant first = promotions.getFirst();
    return new ZoneOutcome(
        loss,
        fleet.stream().mapToLong(Cluster::promotions).sum(),
        Bound.of(promotions, loss.mode().bucket()).stream()
            .map(at -> Duration.between(first, at))
            .toList(),
        Duration.between(first, promotions.getLast()),
        last(first, fleet, Cluster::registeredAt),
        last(first, fleet, Cluster::releasedAt),
        fleet.stream()
            .flatMap(
                each ->
                    each
                        .registeredAt()
                        .map(at -> Duration.between(each.promotedAt().orElse(at), at))
                        .stream())
            .sorted()
            .toList(),
        fleet.stream().map(Cluster::outage).sorted().toList(),
        fleet.stream()
            .flatMap(each -> each.registeredAt().stream())
            .map(at -> Duration.between(first, at))
            .sorted()
            .toList(),
        fleet.stream().filter(each -> each.registeredAt().isEmpty()).count(),
        idle,
        idleFor,
        storm,
        well);
  }

  private static Duration last(
      Instant from, List<Cluster> fleet, Function<Cluster, Optional<Instant>> when) {
    return fleet.stream()
        .map(when)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .map(at -> Duration.between(from, at))
        .orElse(Duration.ZERO);
  }
}
