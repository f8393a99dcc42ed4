package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.Catalogue;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** CloudFormation creates side by side whatever does not depend on each other. */
class SnapshotsTest {
  private final Map<String, JsonNode> versions = versionsWithSnapshot();

  @Test
  void never_more_than_five_snapshots_are_taken_at_once() {
    assertThat(versions).hasSameSizeAs(Catalogue.keptAlive());
    // The widest step is not the widest moment, but each of five chains has one version at a time.
    assertThat(chains()).isLessThanOrEqualTo(Snapshots.AT_ONCE);
  }

  @Test
  void no_version_waits_without_need() {
    long first = versions.keySet().stream().filter(id -> waitsFor(id).isEmpty()).count();
    assertThat(first).isEqualTo(Math.min(Snapshots.AT_ONCE, versions.size()));
  }

  /** Chains that cover all versions: each version is waited for by at most one other. */
  private long chains() {
    Map<String, Integer> followers = new HashMap<>();
    for (String id : versions.keySet()) {
      assertThat(waitsFor(id)).as(id).hasSizeLessThanOrEqualTo(1);
      waitsFor(id).forEach(before -> followers.merge(before, 1, Integer::sum));
    }
    assertThat(followers.values()).allMatch(count -> count == 1);
    requireNoCircle();
    return versions.keySet().stream().filter(id -> !followers.containsKey(id)).count();
  }

  private void requireNoCircle() {
    for (String start : versions.keySet()) {
      ArrayDeque<String> open = new ArrayDeque<>(waitsFor(start));
      while (!open.isEmpty()) {
        String before = open.pop();
        assertThat(before).isNotEqualTo(start);
        open.addAll(waitsFor(before));
      }
    }
  }

  private Set<String> waitsFor(String id) {
    Set<String> found = new TreeSet<>();
    JsonNode version = versions.get(id);
    if (version != null) {
      version.path("DependsOn").forEach(before -> found.add(before.asText()));
    }
    found.retainAll(versions.keySet());
    return found;
  }

  private static Map<String, JsonNode> versionsWithSnapshot() {
    Map<String, JsonNode> functions = resources("AWS::Lambda::Function");
    Map<String, JsonNode> found = new TreeMap<>();
    resources("AWS::Lambda::Version")
        .forEach(
            (id, version) -> {
              String function = version.at("/Properties/FunctionName/Ref").asText();
              JsonNode owner = functions.get(function);
              if (owner != null && owner.at("/Properties/SnapStart").isObject()) {
                found.put(id, version);
              }
            });
    return found;
  }
}
