package dev.drawbridge.lab.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.policy.PolicyDocument;
import dev.drawbridge.workflows.policy.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every part of every policy is there for some call that a test made, and every call beside those
 * is denied. It comes last, and means something only after all others.
 */
@Tag("alone")
class RecordedCallsTest {
  private static final String ACCOUNT = Scenario.PROVIDER.account();
  private static final int ENOUGH = 1000;
  private static final Path EXCEPTIONS = Path.of("..", "infra", "judges", "unneeded.txt");

  private static final Map<String, Policy> POLICIES = policies();
  private static Map<String, Set<Authorization>> recorded = Map.of();

  private static Map<String, Policy> policies() {
    Map<String, Policy> all = new LinkedHashMap<>();
    Catalogue.workers().forEach(each -> all.put(each.name(), policy(each.permissions())));
    Catalogue.stateMachines().forEach(each -> all.put(each.name(), policy(each.permissions())));
    return all;
  }

  private static Policy policy(List<Statement> permissions) {
    return Policy.parse(PolicyDocument.of(permissions, RecordedCalls.VALUES));
  }

  @BeforeAll
  static void all_others_have_run() throws IOException {
    assumeTrue(
        System.getProperty("test") == null, "only some tests were run: nothing can be concluded");
    recorded = CallFile.read(RecordedCalls.FILES);
    CallFile.write("calls.json", recorded);
    CallFile.write("neighbours.json", sample());
  }

  @Test
  void every_recorded_call_is_allowed_by_the_policy_of_its_role() {
    assertThat(
            POLICIES.entrySet().stream()
                .flatMap(
                    role ->
                        calls(role.getKey())
                            .filter(call -> !role.getValue().allows(call))
                            .map(call -> role.getKey() + " may not " + call)))
        .isEmpty();
  }

  @Tag("long")
  @Test
  void every_action_and_every_resource_is_needed_by_some_call() throws IOException {
    assertThat(
            unneeded(
                Reduced::narrower, (role, policy) -> calls(role).anyMatch(c -> !policy.allows(c))))
        .containsExactlyInAnyOrderElementsOf(exceptions());
  }

  @Tag("long")
  @Test
  void without_any_condition_some_call_would_be_allowed_that_must_not_be() {
    assertThat(
            unneeded(Reduced::wider, (role, policy) -> neighbours(role).anyMatch(policy::allows)))
        .isEmpty();
  }

  @Test
  void every_neighbour_of_every_call_is_denied() {
    assertThat(
            POLICIES.entrySet().stream()
                .flatMap(
                    role ->
                        neighbours(role.getKey())
                            .filter(role.getValue()::allows)
                            .map(call -> role.getKey() + " may " + call)))
        .isEmpty();
    assertThat(sample().values().stream().mapToInt(Collection::size).sum()).isEqualTo(ENOUGH);
  }

  /** Grants that no scenario can need, each with the reason. */
  private static List<String> exceptions() throws IOException {
    return Files.readAllLines(EXCEPTIONS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .toList();
  }

  private interface Cuts {
    Stream<Reduced> of(Policy policy);
  }

  private interface Check {
    boolean holds(String role, Policy policy);
  }

  private static List<String> unneeded(Cuts cuts, Check needed) {
    List<String> found = new ArrayList<>();
    POLICIES.forEach(
        (role, policy) ->
            cuts.of(policy)
                .filter(cut -> !needed.holds(role, cut.policy()))
                .forEach(cut -> found.add(role + ": " + cut.part())));
    return found;
  }

  private static Stream<Authorization> calls(String role) {
    return recorded.getOrDefault(role, Set.of()).stream();
  }

  private static Stream<Authorization> neighbours(String role) {
    return calls(role).flatMap(call -> Neighbours.of(call, ACCOUNT));
  }

  /** As many neighbours as are enough, by role, the same in each run. */
  private static Map<String, List<Authorization>> sample() {
    List<Map.Entry<String, Authorization>> all = new ArrayList<>();
    POLICIES
        .keySet()
        .forEach(role -> neighbours(role).distinct().forEach(n -> all.add(Map.entry(role, n))));
    Collections.shuffle(all, new Random(1));
    return all.stream()
        .limit(ENOUGH)
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
