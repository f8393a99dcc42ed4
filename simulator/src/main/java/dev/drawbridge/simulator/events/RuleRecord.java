package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the default bus.
 *
 * @param owner account and region
 * @param name unique there
 * @param description for people
 * @param pattern which events it takes
 * @param schedule how often it fires by itself, as written
 * @param rate the same as a duration
 * @param enabled whether it does anything
 * @param targets who gets its events
 */
record RuleRecord(
    Caller owner,
    String name,
    Optional<String> description,
    Optional<String> pattern,
    Optional<String> schedule,
    Optional<Duration> rate,
    boolean enabled,
    List<RuleTarget> targets) {
  RuleRecord {
    targets = List.copyOf(targets);
  }

  String arn() {
    return owner.arn("events", "rule/" + name);
  }

  RuleRecord targets(List<RuleTarget> value) {
    return new RuleRecord(owner, name, description, pattern, schedule, rate, enabled, value);
  }

  RuleRecord enabled(boolean value) {
    return new RuleRecord(owner, name, description, pattern, schedule, rate, value, targets);
  }
}
