package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstancePortPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final InstancePortRange RANGE = new InstancePortRange(5432, 5435);
  private static final List<Integer> LISTENERS = List.of(5432, 5433);

  @Test
  void ports_are_given_by_name_from_the_lowest_that_no_listener_has() {
    InstancePortPlan plan = plan(List.of(), at("orders-2", "10.0.2.2"), at("orders-1", "10.0.1.1"));
    assertThat(ports(plan))
        .containsExactly(Map.entry("orders-1", 5434), Map.entry("orders-2", 5435));
    assertThat(plan.wanted())
        .containsEntry("orders-1", Optional.of(new Target("10.0.1.1", 5432)))
        .containsEntry("orders-2", Optional.of(new Target("10.0.2.2", 5432)));
    assertThat(plan.unserved()).isEmpty();
  }

  @Test
  void more_instances_than_ports_leave_the_last_ones_without() {
    InstancePortPlan plan =
        plan(List.of(), at("a", "10.0.0.1"), at("b", "10.0.0.2"), at("c", "10.0.0.3"));
    assertThat(plan.unserved()).containsExactly("c");
    assertThat(ports(plan)).containsOnlyKeys("a", "b");
  }

  @Test
  void a_failover_leaves_nothing_to_do() {
    List<InstancePort> recorded =
        List.of(built("a", 5434, "10.0.0.1"), built("b", 5435, "10.0.0.2"));
    InstanceAddresses swapped =
        truth(
            List.of(member("a", Role.READER, Serving.UNDECIDED), member("b", Role.WRITER)),
            Map.of("b", "10.0.0.2"));
    InstancePortPlan plan = InstancePortPlan.of(RANGE, LISTENERS, recorded, swapped, NOW);
    assertThat(plan.nothingToDo(recorded)).isTrue();
    assertThat(plan.wanted()).as("nobody knows the place of a").containsOnlyKeys("b");
  }

  @Test
  void a_replaced_host_keeps_its_port_and_gets_another_target() {
    List<InstancePort> recorded = List.of(built("a", 5435, "10.0.0.1"));
    InstancePortPlan plan = plan(recorded, at("a", "10.0.0.9"));
    assertThat(ports(plan)).containsExactly(Map.entry("a", 5435));
    assertThat(plan.nothingToDo(recorded)).isFalse();
    assertThat(plan.wanted()).containsEntry("a", Optional.of(new Target("10.0.0.9", 5432)));
  }

  @Test
  void a_switchover_puts_another_instance_behind_the_port_of_its_name() {
    List<InstancePort> recorded = List.of(built("a", 5434, "10.0.0.1"));
    Member green = new Member("a", "db-GREEN", "a.x", 5432, Role.WRITER, Serving.SERVES, "z");
    InstancePortPlan plan =
        InstancePortPlan.of(
            RANGE, LISTENERS, recorded, truth(List.of(green), Map.of("a", "10.0.0.7")), NOW);
    assertThat(plan.ports().getFirst().resourceId()).isEqualTo("db-GREEN");
    assertThat(plan.ports().getFirst().port()).isEqualTo(5434);
    assertThat(plan.wanted()).containsEntry("a", Optional.of(new Target("10.0.0.7", 5432)));
  }

  @Test
  void who_goes_loses_its_target_at_once_and_its_port_later() {
    List<InstancePort> recorded =
        List.of(built("a", 5434, "10.0.0.1"), built("b", 5435, "10.0.0.2"));
    InstancePortPlan first = plan(recorded, at("a", "10.0.0.1"));
    assertThat(first.wanted()).containsEntry("b", Optional.empty());
    assertThat(first.departed()).isEmpty();
    assertThat(first.ports().getLast().goneSince()).isEqualTo(NOW);

    InstanceAddresses others = truth(at("a", "10.0.0.1"), at("c", "10.0.0.3"));
    InstancePortPlan meanwhile = later(first.ports(), others, Duration.ofMinutes(4));
    assertThat(meanwhile.unserved()).as("the port of b is kept").containsExactly("c");
    InstancePortPlan after = later(first.ports(), others, InstancePortPlan.KEPT);
    assertThat(after.departed()).extracting(InstancePort::identifier).containsExactly("b");
    assertThat(after.unserved()).as("its listener is there still").containsExactly("c");
    InstancePortPlan next = later(after.ports(), others, InstancePortPlan.KEPT);
    assertThat(ports(next)).containsEntry("c", 5435);
  }

  @Test
  void who_comes_back_has_its_port() {
    InstancePort away = built("a", 5435, "10.0.0.1").with((Target) null).gone(NOW.minusSeconds(60));
    InstancePortPlan plan = plan(List.of(away), at("a", "10.0.0.8"));
    assertThat(plan.ports().getFirst().goneSince()).isNull();
    assertThat(ports(plan)).containsExactly(Map.entry("a", 5435));
  }

  @Test
  void an_address_that_another_instance_has_by_now_is_left() {
    List<InstancePort> recorded =
        List.of(built("a", 5434, "10.0.0.1"), built("b", 5435, "10.0.0.2"));
    InstanceAddresses moved =
        truth(List.of(member("a", Role.READER), member("b", Role.WRITER)), Map.of("b", "10.0.0.1"));
    InstancePortPlan plan = InstancePortPlan.of(RANGE, LISTENERS, recorded, moved, NOW);
    assertThat(plan.wanted())
        .containsEntry("a", Optional.empty())
        .containsEntry("b", Optional.of(new Target("10.0.0.1", 5432)));
  }

  @Test
  void what_was_not_seen_is_not_gone() {
    List<InstancePort> recorded = List.of(built("a", 5434, "10.0.0.1"));
    InstancePortPlan plan =
        InstancePortPlan.of(RANGE, LISTENERS, recorded, truth(List.of(), Map.of()), NOW);
    assertThat(plan.nothingToDo(recorded)).isTrue();
  }

  @Test
  void whoever_stands_beside_an_instance_leaves_its_group_whatever_the_record_says() {
    InstancePort port = built("a", 5434, "10.0.0.1");
    Target own = new Target("10.0.0.1", 5432);
    Target further = new Target("10.0.0.66", 5432);
    InstancePortPlan plan = plan(List.of(port), at("a", "10.0.0.1"));
    assertThat(plan.nothingToDo(List.of(port))).isTrue();

    assertThat(plan.change(port, List.of(own)).none()).isTrue();
    assertThat(plan.change(port, List.of(own, further)))
        .isEqualTo(new InstancePortPlan.Change(List.of(), List.of(further)));
    assertThat(plan.change(port, List.of(further)))
        .isEqualTo(new InstancePortPlan.Change(List.of(own), List.of(further)));
  }

  @Test
  void where_nobody_knows_the_place_of_an_instance_only_what_we_have_put_there_stays() {
    InstancePort port = built("a", 5434, "10.0.0.1");
    Target own = new Target("10.0.0.1", 5432);
    Target further = new Target("10.0.0.66", 5432);
    InstancePortPlan plan =
        InstancePortPlan.of(
            RANGE,
            LISTENERS,
            List.of(port),
            truth(List.of(member("a", Role.READER)), Map.of()),
            NOW);
    assertThat(plan.wanted()).isEmpty();

    assertThat(plan.change(port, List.of(own, further)))
        .isEqualTo(new InstancePortPlan.Change(List.of(), List.of(further)));
    assertThat(plan.change(port, List.of()).none())
        .as("its address may be another's by now")
        .isTrue();
  }

  @Test
  void off_takes_all_down_and_another_range_moves_all() {
    List<InstancePort> recorded = List.of(built("a", 5434, "10.0.0.1"));
    InstanceAddresses truth = truth(at("a", "10.0.0.1"));
    assertThat(InstancePortPlan.of(null, LISTENERS, recorded, truth, NOW).departed())
        .isEqualTo(recorded);
    InstancePortPlan moved =
        InstancePortPlan.of(new InstancePortRange(6000, 6001), LISTENERS, recorded, truth, NOW);
    assertThat(ports(moved)).containsExactly(Map.entry("a", 6000));
    assertThat(moved.ports().getFirst().listenerArn()).isNotNull();
  }

  @Test
  void a_writer_that_was_demoted_stays_without_a_target_until_its_sessions_have_ended() {
    InstancePort cut = built("a", 5434, "10.0.0.1").cut(NOW);
    InstanceAddresses truth = truth(at("a", "10.0.0.1"));
    assertThat(later(List.of(cut), truth, Duration.ofMinutes(1)).nothingToDo(List.of(cut)))
        .isTrue();
    assertThat(later(List.of(cut), truth, InstancePortPlan.CUTTING).wanted())
        .containsEntry("a", Optional.of(new Target("10.0.0.1", 5432)));
  }

  /** Instances come, go, come back and move; the record is kept as a run keeps it. */
  @Test
  void a_port_is_never_handed_on_while_its_instance_exists() {
    for (int seed = 0; seed < 200; seed++) {
      Random chance = new Random(seed);
      List<InstancePort> record = List.of();
      Map<String, Integer> held = new TreeMap<>();
      List<String> there = new ArrayList<>(List.of("a", "b"));
      Instant now = NOW;
      for (int step = 0; step < 40; step++) {
        String name = String.valueOf((char) ('a' + chance.nextInt(6)));
        if (!there.remove(name) || there.isEmpty()) {
          there.add(name);
        }
        now = now.plusSeconds(chance.nextInt(400));
        InstanceAddresses truth =
            truth(
                there.stream().map(each -> at(each, "10.0.0." + chance(each))).toArray(At[]::new));
        InstancePortPlan plan = InstancePortPlan.of(RANGE, LISTENERS, record, truth, now);
        Map<String, Integer> ports = ports(plan);
        assertThat(ports.values()).as("seed %d step %d", seed, step).doesNotHaveDuplicates();
        for (String one : there) {
          Integer before = held.get(one);
          if (before != null) {
            assertThat(ports).as("seed %d step %d", seed, step).containsEntry(one, before);
          }
        }
        held.keySet().retainAll(there);
        there.stream().filter(ports::containsKey).forEach(one -> held.put(one, ports.get(one)));
        record = plan.ports();
      }
    }
  }

  private static int chance(String name) {
    return name.charAt(0);
  }

  private record At(Member member, String address) {}

  private static At at(String identifier, String address) {
    return new At(member(identifier, Role.READER), address);
  }

  private static Member member(String identifier, Role role) {
    return member(identifier, role, Serving.SERVES);
  }

  private static Member member(String identifier, Role role, Serving serving) {
    return new Member(
        identifier, "db-" + identifier, identifier + ".x", 5432, role, serving, "eu-central-1a");
  }

  private static InstancePort built(String identifier, int port, String address) {
    return InstancePort.first(member(identifier, Role.READER), port)
        .built("group " + identifier, "listener " + identifier)
        .with(new Target(address, 5432));
  }

  private static InstanceAddresses truth(At... all) {
    return new InstanceAddresses(
        List.of(all).stream().map(At::member).toList(),
        List.of(all).stream()
            .map(each -> new InstanceAddress(each.member(), each.address()))
            .toList(),
        List.of());
  }

  private static InstanceAddresses truth(List<Member> members, Map<String, String> addresses) {
    return new InstanceAddresses(
        members,
        members.stream()
            .filter(each -> addresses.containsKey(each.identifier()))
            .map(each -> new InstanceAddress(each, text(addresses.get(each.identifier()))))
            .toList(),
        List.of());
  }

  private static String text(@Nullable String value) {
    return String.valueOf(value);
  }

  private static InstancePortPlan plan(List<InstancePort> recorded, At... all) {
    return InstancePortPlan.of(RANGE, LISTENERS, recorded, truth(all), NOW);
  }

  private static InstancePortPlan later(
      List<InstancePort> recorded, InstanceAddresses truth, Duration after) {
    return InstancePortPlan.of(RANGE, LISTENERS, recorded, truth, NOW.plus(after));
  }

  private static Map<String, Integer> ports(InstancePortPlan plan) {
    Map<String, Integer> ports = new TreeMap<>();
    plan.ports().forEach(each -> ports.put(each.identifier(), each.port()));
    return ports;
  }
}
