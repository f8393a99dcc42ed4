package dev.drawbridge.plan;

import static dev.drawbridge.discovery.Truths.draining;
import static dev.drawbridge.discovery.Truths.healthy;
import static dev.drawbridge.discovery.Truths.reader;
import static dev.drawbridge.discovery.Truths.resolved;
import static dev.drawbridge.discovery.Truths.targets;
import static dev.drawbridge.discovery.Truths.writer;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurplusTargetsTest {
  private static final Exposure FIRST =
      Exposure.first("arn:aws:rds:eu-central-1:111111111111:cluster:orders");
  private static final InstanceAddresses TRUTH = resolved(writer("a"), reader("b"));

  @Test
  void who_is_neither_of_the_database_nor_on_record_leaves_each_group() {
    SurplusTargets surplus =
        SurplusTargets.of(
            FIRST, TRUTH, Map.of("writers", healthy("a", "x"), "readers", healthy("y", "b")));

    assertThat(surplus.leaving())
        .isEqualTo(Map.of("writers", targets("x"), "readers", targets("y")));
    assertThat(surplus.makesRoom()).isTrue();
    assertThat(surplus.changes())
        .containsExactly(
            "readers - 1 targets of somebody else's: y:3306",
            "writers - 1 targets of somebody else's: x:3306");
  }

  @Test
  void of_thousands_ten_are_named() {
    String[] many = IntStream.range(0, 3000).mapToObj(n -> "x" + n).toArray(String[]::new);
    SurplusTargets surplus = SurplusTargets.of(FIRST, TRUTH, Map.of("group", healthy(many)));

    assertThat(surplus.leaving().get("group")).hasSize(3000);
    assertThat(surplus.changes())
        .singleElement(as(STRING))
        .startsWith("group - 3000 targets of somebody else's: x0:3306, x1:3306,")
        .endsWith("x9:3306, ...");
  }

  @Test
  void who_is_on_record_stays_though_he_is_no_instance_any_more() {
    Exposure exposure =
        FIRST
            .with(
                new Exposure.Registered(
                    FIRST.databaseArn(),
                    List.of(),
                    one("c"),
                    targets("d"),
                    targets("e"),
                    targets("f")))
            .with(List.of(InstancePort.first(writer("a"), 6000).with(one("g"))));

    assertThat(
            SurplusTargets.of(
                    exposure, TRUTH, Map.of("group", healthy("c", "d", "e", "f", "g", "x")))
                .leaving())
        .isEqualTo(Map.of("group", targets("x")));
  }

  @Test
  void another_port_of_an_instance_is_somebody_elses() {
    Target own = one("a");
    Target other = new Target(own.address(), own.port() + 1);

    assertThat(
            SurplusTargets.of(
                    FIRST, TRUTH, Map.of("group", List.of(new TargetState(other, "healthy", ""))))
                .leaving())
        .isEqualTo(Map.of("group", List.of(other)));
  }

  @Test
  void there_will_be_room_when_others_have_drained_and_none_where_all_are_our_own() {
    SurplusTargets drains = SurplusTargets.of(FIRST, TRUTH, Map.of("group", draining("x")));
    assertThat(drains.leaving()).isEmpty();
    assertThat(drains.makesRoom()).isTrue();
    assertThat(SurplusTargets.of(FIRST, TRUTH, Map.of("group", healthy("a", "b"))).makesRoom())
        .isFalse();
  }

  private static Target one(String name) {
    return targets(name).getFirst();
  }
}
