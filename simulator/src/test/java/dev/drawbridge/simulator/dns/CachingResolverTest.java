package dev.drawbridge.simulator.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.VirtualScheduler;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CachingResolverTest {
  private static final Duration TTL = Duration.ofSeconds(5);

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), 1);
  private final Zones zones = new Zones(scheduler);
  private final CachingResolver resolver =
      new CachingResolver(scheduler, zones, DnsSettings.published(), "vpc-1");

  @Test
  void a_chain_of_names_leads_to_the_address() throws Exception {
    zones.put("orders.cluster-x.example.", new DnsRecord.Alias("Orders-1.x.example", TTL));
    zones.put("orders-1.x.example", addresses("10.0.1.5"));

    assertThat(resolver.resolve("orders.cluster-x.example")).containsExactly("10.0.1.5");
  }

  @Test
  void a_kept_answer_hides_the_flip_until_its_time_to_live_is_over() throws Exception {
    zones.put("db.example", addresses("10.0.1.5"));
    resolver.resolve("db.example");
    zones.put("db.example", addresses("10.0.2.5"));

    scheduler.pause(TTL.minusMillis(100));
    assertThat(resolver.resolve("db.example")).containsExactly("10.0.1.5");
    scheduler.pause(Duration.ofMillis(101));
    assertThat(resolver.resolve("db.example")).containsExactly("10.0.2.5");
  }

  @Test
  void a_name_that_does_not_exist_is_remembered_as_such() {
    assertThatThrownBy(() -> resolver.resolve("none.example"))
        .isInstanceOf(UnknownHostException.class);
    zones.put("none.example", addresses("10.0.1.5"));
    assertThat(resolver.peek("none.example")).isEmpty();

    scheduler.pause(DnsSettings.published().negativeTtl());
    assertThat(resolver.peek("none.example")).containsExactly("10.0.1.5");
  }

  @Test
  void a_private_name_hides_the_public_one_in_its_own_view_only() {
    zones.put("db.example", addresses("10.0.1.5"));
    zones.put("vpc-1", "db.example", addresses("10.9.9.9"));

    assertThat(zones.lookup("vpc-1", "db.example").orElseThrow().addresses())
        .containsExactly("10.9.9.9");
    assertThat(zones.lookup("vpc-2", "db.example").orElseThrow().addresses())
        .containsExactly("10.0.1.5");
  }

  @Test
  void one_of_several_names_changes_with_the_lookup() {
    zones.put("a.example", addresses("10.0.1.1"));
    zones.put("b.example", addresses("10.0.1.2"));
    zones.put("ro.example", new DnsRecord.OneOf(List.of("a.example", "b.example"), TTL));

    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      seen.addAll(zones.lookup(Zones.PUBLIC, "ro.example").orElseThrow().addresses());
    }
    assertThat(seen).containsExactlyInAnyOrder("10.0.1.1", "10.0.1.2");
  }

  @Test
  void several_addresses_are_all_in_each_answer_in_varying_order() {
    List<String> three = List.of("10.0.1.1", "10.0.2.1", "10.0.3.1");
    zones.put("nlb.example", new DnsRecord.Addresses(three, TTL));

    Set<String> firsts = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      List<String> answer = zones.lookup(Zones.PUBLIC, "nlb.example").orElseThrow().addresses();
      assertThat(answer).containsExactlyInAnyOrderElementsOf(three);
      firsts.add(answer.getFirst());
    }
    assertThat(firsts).containsExactlyInAnyOrderElementsOf(three);
  }

  @Test
  void a_loop_of_names_does_not_resolve() {
    zones.put("a.example", new DnsRecord.Alias("b.example", TTL));
    zones.put("b.example", new DnsRecord.Alias("a.example", TTL));

    assertThat(zones.lookup(Zones.PUBLIC, "a.example")).isEmpty();
  }

  private static DnsRecord addresses(String address) {
    return new DnsRecord.Addresses(List.of(address), TTL);
  }
}
