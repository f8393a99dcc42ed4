package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.definition.Workflow;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A state machine with its versions.
 *
 * @param latest what an unqualified ARN runs
 * @param versions what was published, by number
 * @param nextVersion numbers are never used twice
 */
public record StateMachine(
    String arn,
    String name,
    Instant createdAt,
    Map<String, String> tags,
    Revision latest,
    TreeMap<Integer, Version> versions,
    int nextVersion) {

  /** One state of definition and role. */
  public record Revision(
      String id, String definition, Workflow workflow, String roleArn, Instant updatedAt) {}

  /** A published revision. */
  public record Version(
      int number, @Nullable String description, Revision revision, Instant createdAt) {}

  StateMachine with(Revision revision) {
    return new StateMachine(arn, name, createdAt, tags, revision, versions, nextVersion);
  }

  StateMachine tagged(Map<String, String> newTags) {
    return new StateMachine(
        arn, name, createdAt, Map.copyOf(newTags), latest, versions, nextVersion);
  }

  StateMachine published(Version version) {
    TreeMap<Integer, Version> more = new TreeMap<>(versions);
    more.put(version.number(), version);
    return new StateMachine(arn, name, createdAt, tags, latest, more, version.number() + 1);
  }

  StateMachine without(int version) {
    TreeMap<Integer, Version> fewer = new TreeMap<>(versions);
    fewer.remove(version);
    return new StateMachine(arn, name, createdAt, tags, latest, fewer, nextVersion);
  }
}
