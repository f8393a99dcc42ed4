package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.BalancerNodes;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.plan.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures at the limit, which each scaling of readers moves. */
class NearlyFullTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");
  // A record that cannot be read: the path is relied on.
  private static final Expected EXPECTED =
      Expected.of(Exposure.first(ARN), List.of(), List.of(), List.of("claim"), Quotas.DEFAULTS);

  private final List<String> news = new ArrayList<>();
  private InspectionRecord record = InspectionRecord.first(ARN);
  private int minute;

  @Test
  void forty_four_of_fifty_are_no_news_and_leave_what_was_told_as_it_is() {
    look(44);
    assertThat(record.known()).isEmpty();
    for (int i = 0; i < 40; i++) {
      look(44 + i / 5 % 3);
    }
    assertThat(news).singleElement().asString().contains("listeners of the load balancer: 4");
  }

  @Test
  void it_is_over_once_a_fifth_is_free_and_not_for_a_moment() {
    for (int i = 0; i < 10; i++) {
      look(45);
    }
    news.clear();
    for (int i = 0; i < 10; i++) {
      look(40);
    }
    assertThat(news).isEmpty();
    look(39);
    look(45);
    assertThat(news).isEmpty();
    for (int i = 0; i < 10; i++) {
      look(39);
    }
    assertThat(news).singleElement().asString().startsWith("over, since " + START);
  }

  private void look(int listeners) {
    Instant now = START.plus(Duration.ofMinutes(minute++));
    PathSeen seen = seen(listeners);
    List<Finding> found = QuotaFindings.of(EXPECTED, seen);
    List<Finding> all =
        Stream.concat(found.stream(), NearlyFull.still(record, found, EXPECTED, seen).stream())
            .toList();
    Turn turn = Turn.of(record, all, Optional.empty(), now, Duration.ofMinutes(10));
    news.addAll(turn.news());
    record = turn.next();
  }

  private static PathSeen seen(int listeners) {
    return new PathSeen(
        InstanceFindingsTest.THERE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(
            new LoadBalancerSeen(
                "lb", "active", "internal", "vpc-0", List.of(), List.of(), "off", true, true)),
        IntStream.range(0, listeners)
            .mapToObj(i -> new ListenerSeen("listener-" + i, 5434 + i, "TCP", List.of("group")))
            .toList(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        BalancerNodes.NONE,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        new PathSeen.InRegion(1, 1),
        Instant.EPOCH);
  }
}
