package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollingLookTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  @Test
  void few_databases_are_all_read_each_minute() {
    assertThat(due(arns(12), 0)).hasSize(12);
  }

  @Test
  void hundreds_take_turns_and_nobody_is_left_out() {
    List<String> all = arns(500);
    List<List<String>> minutes =
        IntStream.range(0, 42).mapToObj(minute -> due(all, minute)).toList();

    assertThat(minutes.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(minutes).allSatisfy(each -> assertThat(each).hasSizeLessThan(30));
  }

  @Test
  void groups_that_nobody_has_on_record_make_no_look_rarer_or_later() {
    List<String> all = arns(500);
    List<String> real = all.subList(490, 500);
    Map<String, Exposure> records =
        all.stream()
            .collect(
                Collectors.toMap(
                    arn -> arn,
                    arn -> real.contains(arn) ? Exposure.first(arn).next() : Exposure.first(arn)));

    List<List<String>> minutes =
        IntStream.range(0, 42)
            .mapToObj(each -> RollingLook.order(all, records, START.plusSeconds(60L * each)))
            .toList();

    assertThat(RollingLook.onRecord(records)).isEqualTo(10);
    assertThat(minutes)
        .allSatisfy(
            each -> {
              assertThat(each.subList(0, 10)).containsExactlyInAnyOrderElementsOf(real);
              assertThat(each).hasSizeLessThan(40);
            });
    assertThat(minutes.stream().map(List::getFirst).distinct()).hasSize(10);
    assertThat(minutes.stream().flatMap(List::stream)).containsAll(all);
  }

  @Test
  void ports_of_instances_take_turns_of_their_own_and_none_is_left_out() {
    List<InstancePort> ports =
        IntStream.range(0, 150).mapToObj(each -> port("group-" + each)).toList();
    List<List<InstancePort>> minutes =
        IntStream.range(0, 13)
            .mapToObj(
                minute ->
                    ports.stream()
                        .filter(
                            port ->
                                RollingLook.due(
                                    port, ports.size(), START.plusSeconds(60L * minute)))
                        .toList())
            .toList();

    assertThat(minutes.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ports);
    assertThat(minutes).allSatisfy(each -> assertThat(each).hasSizeLessThan(30));
    assertThat(RollingLook.due(port("one"), 12, START)).as("few, each minute").isTrue();
    assertThat(RollingLook.due(port(null), 12, START)).as("it was not built").isFalse();
  }

  @Test
  void only_ports_that_were_built_share_the_looks_at_them() {
    Exposure one = Exposure.first("one").with(List.of(port("a"), port("b"), port(null)));
    Exposure other = Exposure.first("other").with(List.of(port("c")));
    assertThat(RollingLook.instanceGroups(Map.of("one", one, "other", other))).isEqualTo(3);
  }

  @Test
  void a_stopped_database_does_not_wait_for_the_turns_of_hundreds_that_serve() {
    List<String> all = arns(500);
    List<String> stopped = all.subList(490, 500);
    Map<String, Exposure> records =
        all.stream()
            .collect(Collectors.toMap(arn -> arn, arn -> registered(arn, !stopped.contains(arn))));

    RollingLook turns = new RollingLook(records);
    List<String> now = all.stream().filter(arn -> turns.isDue(arn, START)).toList();

    assertThat(now).containsAll(stopped).hasSizeLessThan(10 + 30);
  }

  private static Exposure registered(String arn, boolean serves) {
    return Exposure.first(arn)
        .with(
            new Exposure.Registered(
                arn,
                List.of(),
                serves ? new Target("10.0.0.1", 5432) : null,
                List.of(),
                List.of(),
                List.of()))
        .next();
  }

  private static InstancePort port(@Nullable String group) {
    return new InstancePort("orders-1", "db-1", 5434, group, "listener", null, null, null);
  }

  private static List<String> due(List<String> arns, int minute) {
    return arns.stream()
        .filter(arn -> RollingLook.due(arn, arns.size(), START.plusSeconds(60L * minute)))
        .toList();
  }

  private static List<String> arns(int count) {
    return IntStream.range(0, count)
        .mapToObj("arn:aws:rds:eu-central-1:111111111111:cluster:orders-%04d"::formatted)
        .toList();
  }
}
