package dev.drawbridge.lab.bench.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Many databases fail over together, events are lost, and AWS throttles. */
class ZoneLossTest {
  private static final int FLEET = Integer.getInteger("drawbridge.fleet", 4);

  @Test
  void each_of_many_is_followed_as_one_alone_is() {
    ZoneOutcome seen = new ZoneLoss(FLEET, Throttles.LOW, Mode.REGISTER, Course.MIXED, 3).play();

    assertThat(seen.unrepaired()).as("databases that are not followed").isZero();
    assertThat(seen.well()).as("every group holds what is true in the end").isTrue();
    assertThat(seen.storm().failedRuns()).as("runs that failed").isZero();
    assertThat(seen.storm().givenUp()).as("events that were given up").isZero();
    assertThat(seen.failovers()).as("one in five fails over twice").isGreaterThan(FLEET);
    assertThat(new RegistrationsDrawing(List.of(seen)).svg())
        .as("a picture of the registrations and of their bound")
        .contains("class=\"bound\"", "class=\"line0\"", "reads low");
  }
}
