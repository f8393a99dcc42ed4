package dev.drawbridge.lab.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.failover.Milestones;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

class FailoverLookTest {
  private static final Instant BEGUN = Instant.parse("2026-01-05T09:00:00Z");
  private static final String OLD = "10.0.0.1";
  private static final String NEW = "10.0.0.2";

  private final FailoverLook look = new FailoverLook("orders-1", List.of(OLD), Set.of(OLD), BEGUN);

  @Test
  void each_voice_is_heard_when_it_first_tells_of_the_new_writer() {
    at(1, "orders-1", List.of(OLD), Map.of(OLD, TargetHealthStateEnum.HEALTHY));
    at(2, "orders-2", List.of(), Map.of());
    at(3, "orders-2", List.of(NEW), both());
    at(4, "orders-2", List.of(NEW), Map.of(NEW, TargetHealthStateEnum.INITIAL));
    assertThat(look.complete()).isFalse();
    at(5, "orders-2", List.of(NEW), Map.of(NEW, TargetHealthStateEnum.HEALTHY));
    assertThat(look.complete()).isTrue();
    assertThat(look.shown()).contains(BEGUN.plusSeconds(2));
    assertThat(look.named()).contains(BEGUN.plusSeconds(3));
    assertThat(look.healthy()).contains(BEGUN.plusSeconds(5));
    Milestones seen = look.milestones(Optional.of(BEGUN.plusSeconds(1)), Optional.empty());
    assertThat(seen.promoted()).contains(BEGUN.plusSeconds(1));
    assertThat(seen.agreed()).contains(BEGUN.plusSeconds(3));
    assertThat(seen.switched()).contains(BEGUN.plusSeconds(4));
  }

  @Test
  void who_cannot_look_names_up_does_not_wait_for_them() {
    FailoverLook blind = new FailoverLook("orders-1", List.of(), Set.of(OLD), BEGUN);
    blind.look(
        BEGUN.plusSeconds(2),
        cluster("orders-2"),
        name -> List.of(NEW),
        Map.of(NEW, TargetHealthStateEnum.HEALTHY));
    assertThat(blind.complete()).isTrue();
    assertThat(blind.named()).isEmpty();
    assertThat(blind.milestones(Optional.empty(), Optional.empty()).agreed())
        .contains(BEGUN.plusSeconds(2));
  }

  @Test
  void only_a_cluster_that_is_meant_for_it_may_be_failed_over() {
    assertThat(cluster("orders-1").whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("drawbridge:game-day is missing"));
    assertThat(tagged("perhaps", "available").whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("is 'perhaps', not allowed"));
    assertThat(tagged("allowed", "modifying").whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("it is modifying; wait"));
    assertThat(tagged("allowed", "available").whyNot()).isEmpty();
  }

  private void at(
      int second, String writer, List<String> names, Map<String, TargetHealthStateEnum> targets) {
    look.look(BEGUN.plusSeconds(second), cluster(writer), name -> names, targets);
  }

  private static Map<String, TargetHealthStateEnum> both() {
    return Map.of(OLD, TargetHealthStateEnum.HEALTHY, NEW, TargetHealthStateEnum.INITIAL);
  }

  private static ClusterSeen cluster(String writer) {
    return seen(writer, "available", Map.of());
  }

  private static ClusterSeen tagged(String value, String status) {
    return seen("orders-1", status, Map.of(ClusterSeen.TAG, value));
  }

  private static ClusterSeen seen(String writer, String status, Map<String, String> tags) {
    return new ClusterSeen(
        "orders",
        "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
        "aurora-postgresql",
        status,
        "orders.cluster-x.eu-central-1.rds.amazonaws.com",
        Optional.of(writer),
        List.of("orders-3"),
        tags);
  }
}
