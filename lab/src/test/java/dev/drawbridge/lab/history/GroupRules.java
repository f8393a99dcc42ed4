package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Roles;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What must be true of the target groups between any two events of the world. */
final class GroupRules {
  /**
   * How long after its name has left a server its address may still be registered: the answer's
   * time to live (5 s), and from a look-up to the registration, retries included.
   */
  private static final Duration KNOWN = Duration.ofSeconds(50);

  /** From reading the truth to removing a target: two calls, each some 20 ms on its way. */
  private static final Duration BLIND = Duration.ofSeconds(1);

  private final Exposure path;
  private final Observed observed;
  private final Weather weather;
  private final Map<String, Instant> own = new HashMap<>();
  private final Map<String, Instant> readingSince = new HashMap<>();
  private Set<String> writers;
  private Set<String> readers;
  private boolean right;

  GroupRules(Exposure path, Observed observed, Weather weather) {
    this.path = path;
    this.observed = observed;
    this.weather = weather;
    this.writers = path.writerGroup();
    this.readers = path.readerGroup();
  }

  /** To be called when a refresh has ended that has read the present truth. */
  void refreshed() {
    right = true;
  }

  /**
   * To be called after every event.
   *
   * @param changed whether the database has changed
   */
  void look(boolean changed) {
    observed.now().addresses().forEach(address -> own.put(address, observed.instant()));
    Set<String> reading = observed.now().shownReaders();
    readingSince.keySet().retainAll(reading);
    reading.forEach(address -> readingSince.putIfAbsent(address, observed.instant()));
    right = right && !changed;
    Set<String> newWriters = path.writerGroup();
    Set<String> newReaders = path.readerGroup();
    if (!newWriters.equals(writers) || !newReaders.equals(readers)) {
      nothingForeign(newWriters, writers);
      nothingForeign(newReaders, readers);
      notEmptied(newReaders);
      writers = newWriters;
      readers = newReaders;
    }
    if (right && !holdTheTruth()) {
      throw new AssertionError(
          "a refresh has ended and nothing has changed since, but the groups hold %s and %s, not %s"
              .formatted(writers, readers, path.roles()));
    }
  }

  /** Whether the groups hold exactly who writes and who reads. */
  boolean holdTheTruth() {
    Roles roles = path.roles();
    Set<String> reading = roles.readTargets();
    // Without a writer its group is left alone, and without any server both are.
    return (roles.writer().isEmpty() || writers.equals(roles.writeTargets()))
        && (reading.isEmpty() || readers.equals(reading));
  }

  private void nothingForeign(Set<String> group, Set<String> before) {
    Instant oldest = observed.instant().minus(weather.longestNameLag()).minus(KNOWN);
    for (String address : group) {
      if (!before.contains(address) && own.getOrDefault(address, Instant.MIN).isBefore(oldest)) {
        throw new AssertionError(address + " is registered and is no server of this database");
      }
    }
  }

  /** A reader that came back only while the call was under way could not have been spared. */
  private void notEmptied(Set<String> group) {
    Instant known = observed.instant().minus(BLIND);
    boolean noneLeft = group.stream().noneMatch(path.roles().readers()::contains);
    boolean lost =
        readers.stream().anyMatch(r -> readingSince.getOrDefault(r, Instant.MAX).isBefore(known));
    // What has become another database, as a promoted replica has, leaves at once.
    boolean strangers =
        observed
            .now()
            .addresses()
            .noneMatch(address -> readers.contains(address) && !group.contains(address));
    if ((group.isEmpty() && !strangers) || (noneLeft && lost)) {
      throw new AssertionError(
          "the reader group went from %s to %s, although there are readers: %s"
              .formatted(readers, group, readingSince));
    }
  }
}
