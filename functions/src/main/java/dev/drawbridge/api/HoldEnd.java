package dev.drawbridge.api;

import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.refresh.Refreshes;
import dev.drawbridge.runtime.Environment;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What the end of a hold brings about: one refresh, which looks at what all events of the meantime
 * have come to. Calls: 2 to list what is exposed; those of {@link Refreshes} for each of it.
 */
final class HoldEnd {
  private final Groups groups;
  private final Refreshes refreshes;
  private final InstantSource clock;
  private final RandomGenerator random;

  HoldEnd(Environment environment) {
    this.groups = new Groups(environment.clients());
    this.refreshes = new Refreshes(environment);
    this.clock = environment.clock();
    this.random = environment.random();
  }

  /** Of one database, if it is exposed. */
  void of(String databaseArn) {
    Set<String> exposed = groups.exposed().keySet();
    start(exposed.contains(databaseArn) ? Set.of(databaseArn) : Set.of());
  }

  /** Of the whole installation. */
  void ofAll() {
    start(groups.exposed().keySet());
  }

  private void start(Collection<String> databases) {
    String mark = "hold %s %s".formatted(clock.instant(), RandomHex.of(random));
    List<String> failed = new ArrayList<>();
    for (String database : databases) {
      try {
        refreshes.start(database, "hold: it has ended", mark).taken().ifPresent(failed::add);
      } catch (RuntimeException failure) {
        failed.add(database + ": " + failure.getMessage()); // the others are refreshed all the same
      }
    }
    if (!failed.isEmpty()) {
      throw new TransientFailure(
          "the hold has ended, and what follows it could not be started, which the look of the next minute makes good: "
              + String.join("; ", failed));
    }
  }
}
