package dev.drawbridge.refresh;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.plan.Rotation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose target groups are read in a minute. What has changed of a database is seen without them;
 * they only tell what somebody else has done to the groups. So few that where fifty are exposed or
 * more, all that is looked at while nothing happens takes at most 0.6 calls a database and minute;
 * where instances have ports of their own, as many calls a minute more, for all of them together,
 * and where databases are stopped, as many for these.
 */
final class RollingLook {
  private static final int A_MINUTE = 12;
  private static final int SECONDS = 60;

  private final Set<String> withoutWriter;
  private final int onRecord;
  private final int instanceGroups;

  /**
   * Of one sweep.
   *
   * @param records of all that share the looks, by ARN
   */
  RollingLook(Map<String, Exposure> records) {
    this.withoutWriter =
        records.values().stream()
            .filter(RollingLook::hasNoWriter)
            .map(Exposure::databaseArn)
            .collect(Collectors.toSet());
    this.onRecord = onRecord(records);
    this.instanceGroups = instanceGroups(records);
  }

  /** Each minute where few are exposed; where more are, each is read the more seldom. */
  static boolean due(String arn, int all, Instant now) {
    int minutes = Math.max(1, Math.ceilDiv(all, A_MINUTE));
    return Math.floorMod(arn.hashCode() + minute(now), (long) minutes) == 0;
  }

  /**
   * The same among all on record, and in turns of their own those for which no writer is on record,
   * as long as theirs does not serve: what their groups hold still is nowhere else to be read.
   */
  boolean isDue(String databaseArn, Instant now) {
    return due(databaseArn, onRecord, now)
        || (withoutWriter.contains(databaseArn) && due(databaseArn, withoutWriter.size(), now));
  }

  /** Whether the group of an instance's own port is read. */
  boolean isDue(InstancePort port, Instant now) {
    return due(port, instanceGroups, now);
  }

  private static boolean hasNoWriter(Exposure record) {
    Exposure.Registered registered = record.registered();
    return registered != null && registered.writer() == null;
  }

  /**
   * Whether the group of an instance's own port is read, which has a turn of its own: one database
   * may have as many as forty others.
   *
   * @param all how many of them are on record, of all databases
   */
  static boolean due(InstancePort port, int all, Instant now) {
    String group = port.groupArn();
    return group != null && due(group, all, now);
  }

  /** How many groups of instances' own ports share the looks at them. */
  static int instanceGroups(Map<String, Exposure> records) {
    return Math.toIntExact(
        records.values().stream()
            .flatMap(record -> record.instances().stream())
            .filter(port -> port.groupArn() != null)
            .count());
  }

  /**
   * Whom to look at in a minute, in this order: those on record, another the first each time, since
   * whatever ends a look early ends it for others. Then, in turns of their own, those of whom there
   * is no more than groups with our tags: whoever may make groups makes as many as he likes, and
   * none of them makes the looks at the others rarer or later.
   *
   * @param records by ARN; who is not among them is not looked at
   */
  static List<String> order(
      Collection<String> exposed, Map<String, Exposure> records, Instant now) {
    Map<Boolean, List<String>> lanes =
        exposed.stream()
            .filter(records::containsKey)
            .collect(
                Collectors.partitioningBy(
                    arn -> onRecord(records.getOrDefault(arn, Exposure.first(arn)))));
    List<String> others = lanes.getOrDefault(false, List.of());
    return Stream.concat(
            Rotation.of(lanes.getOrDefault(true, List.of()), minute(now)).stream(),
            Rotation.of(others, minute(now)).stream().filter(arn -> due(arn, others.size(), now)))
        .toList();
  }

  /** How many of them share the looks at groups that are on record. */
  static int onRecord(Map<String, Exposure> records) {
    return Math.toIntExact(records.values().stream().filter(RollingLook::onRecord).count());
  }

  private static boolean onRecord(Exposure record) {
    return record.version() > 0;
  }

  /** Counts the minutes. */
  static long minute(Instant now) {
    return now.getEpochSecond() / SECONDS;
  }
}
