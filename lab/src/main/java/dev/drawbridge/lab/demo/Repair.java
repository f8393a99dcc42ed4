package dev.drawbridge.lab.demo;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a path has been repaired after a failover. Asked within the world.
 *
 * @param since when the failover began
 * @param formerWriter the address of the writer that died
 */
record Repair(Exposure exposure, Instant since, String formerWriter) {

  /** When the switch to the new writer had settled, as the refresh that made it has recorded. */
  Optional<Instant> settledAt() {
    return runs().stream()
        .filter(run -> run.status() == Status.SUCCEEDED)
        .map(Refresh::output)
        .filter(result -> result.path("switchedAt").isTextual())
        .filter(result -> result.path("settledAt").isTextual())
        .map(result -> Instant.parse(result.path("settledAt").textValue()))
        .findFirst();
  }

  /** What has still to happen, in words; empty when nothing has. */
  Optional<String> missing() {
    Roles roles = exposure.roles();
    if (settledAt().isEmpty()) {
      return Optional.of("no run of refresh-targets has switched and settled: " + words());
    }
    if (!roles.readers().contains(formerWriter)) {
      return Optional.of("the old writer is not back as a reader");
    }
    if (!exposure.writerGroup().equals(roles.writeTargets())) {
      return Optional.of(
          "the writer group holds %s, not %s"
              .formatted(exposure.writerGroup(), roles.writeTargets()));
    }
    if (!exposure.readerGroup().equals(roles.readTargets())) {
      return Optional.of(
          "the reader group holds %s, not %s"
              .formatted(exposure.readerGroup(), roles.readTargets()));
    }
    return runs().stream().allMatch(Refresh::ended)
        ? Optional.empty()
        : Optional.of("a run of refresh-targets is under way: " + words());
  }

  private List<Refresh> runs() {
    return Refresh.all(exposure.scenario()).stream()
        .filter(run -> !run.startedAt().isBefore(since))
        .toList();
  }

  private String words() {
    List<Refresh> runs = runs();
    return runs.isEmpty()
        ? "none was started"
        : runs.stream()
            .map(run -> "%s after %s".formatted(run.status(), run.statesEntered()) + cause(run))
            .collect(Collectors.joining("; "));
  }

  private static String cause(Refresh run) {
    return run.cause().isEmpty() ? "" : " because " + run.cause();
  }
}
