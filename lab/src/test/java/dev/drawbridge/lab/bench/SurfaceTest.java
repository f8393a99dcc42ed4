package dev.drawbridge.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One failover a corner here, many of every cell by the command. */
class SurfaceTest {
  private static final FailoverBench BENCH = new FailoverBench(1, 5);

  @Tag("long")
  @Test
  void a_slow_listener_delays_repoint_and_no_client_of_instance_ports() {
    assertThat(outage(SurfaceMode.REPOINT, 120, 300).minus(outage(SurfaceMode.REPOINT, 120, 0)))
        .isBetween(Duration.ofSeconds(250), Duration.ofSeconds(330));
    assertThat(outage(SurfaceMode.INSTANCE_PORTS, 300, 600)).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void a_slow_registration_delays_register() {
    assertThat(outage(SurfaceMode.REGISTER, 300, 75).minus(outage(SurfaceMode.REGISTER, 90, 75)))
        .isBetween(Duration.ofSeconds(170), Duration.ofSeconds(250));
  }

  /** So that one cell of a row is measured for all of it. */
  @Tag("long")
  @Test
  void a_mode_that_changes_no_listener_is_the_same_however_long_that_takes() {
    for (SurfaceMode mode : List.of(SurfaceMode.INSTANCE_PORTS, SurfaceMode.REGISTER)) {
      assertThat(outage(mode, 120, 600)).as(mode.words).isEqualTo(outage(mode, 120, 0));
    }
    assertThat(SurfaceCell.all().map(SurfaceCell::measured).distinct()).hasSize(2 * 4 + 4 * 5);
  }

  @Test
  void the_picture_has_a_cell_for_each_assumption() {
    String svg =
        new SurfaceDrawing(
                SurfaceCell.all()
                    .collect(
                        Collectors.toMap(
                            Function.identity(), cell -> Duration.ofSeconds(cell.registration()))))
            .svg();
    assertThat(svg.split("<rect", -1)).hasSize(3 * 4 * 5 + 2);
    assertThat(svg).contains(">300 s<", ">600 s<", "repoint", "UNCONFIRMED");
  }

  private static Duration outage(SurfaceMode mode, int registration, int listenerChange) {
    return BENCH
        .measure(new SurfaceCell(mode, registration, listenerChange).policy(), Kind.AURORA)
        .getFirst()
        .outage();
  }
}
