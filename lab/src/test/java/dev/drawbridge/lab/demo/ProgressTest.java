package dev.drawbridge.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final String AGAIN = "\r\u001b[2K";

  private final StringWriter out = new StringWriter();

  @Test
  void in_a_pipe_there_are_lines_and_nothing_that_only_a_terminal_reads() {
    Progress progress = new Progress(new PrintWriter(out), false);
    progress.follow(() -> Optional.of("CreateLoadBalancer for 3 s"));
    progress.state("CreateLoadBalancer");
    progress.note("consumer", "waits");
    progress.tick();
    progress.unfollow();
    assertThat(out.toString()).doesNotContain("\u001b", "\r", "for 3 s");
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches(" +\\d+\\.\\d\\d s  CreateLoadBalancer"),
            line -> assertThat(line).matches(" +\\d+\\.\\d\\d s    consumer: waits"));
  }

  @Test
  void on_a_terminal_the_last_line_says_where_things_stand_and_makes_room_for_each_new_one() {
    Progress progress = new Progress(new PrintWriter(out), true);
    progress.plain("before");
    progress.follow(() -> Optional.of("CreateLoadBalancer for 3 s"));
    progress.plain("something happens");
    assertThat(out.toString())
        .contains(AGAIN + "something happens\n")
        .endsWith("\u001b[2mCreateLoadBalancer for 3 s\u001b[0m\u001b[?7h");
    progress.unfollow();
    assertThat(out.toString()).endsWith(AGAIN);
  }
}
