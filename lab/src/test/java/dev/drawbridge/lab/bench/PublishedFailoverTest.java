package dev.drawbridge.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.failover.OutageParts;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PublishedFailoverTest {

  @Tag("long")
  @Test
  void the_same_seed_gives_the_same_failover_and_its_parts_add_up() {
    PublishedFailover failover = PublishedFailover.of(5);
    assertThat(PublishedFailover.of(5)).isEqualTo(failover);

    OutageParts parts = failover.parts().orElseThrow();
    Duration sum = parts.promotion().plus(parts.news()).plus(parts.own()).plus(parts.targets());
    assertThat(sum).isCloseTo(failover.writeOutage(), Duration.ofMillis(250));
  }
}
