package dev.drawbridge.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingTest {
  private static final String LONG = "port: " + "7".repeat(40_000) + " is refused; leave it out";

  @Test
  void an_error_leaves_without_a_stack_trace() {
    assertThat(Outgoing.of(new IllegalStateException("a defect")).getStackTrace()).isEmpty();
    assertThat(Outgoing.of(new Conflict("taken")).getStackTrace()).isEmpty();
  }

  @Test
  void a_long_message_keeps_its_class_its_beginning_and_its_end() {
    for (RuntimeException error :
        List.of(
            new InvalidRequest(LONG),
            new Conflict(LONG),
            new NotReady(LONG),
            new TransientFailure(LONG))) {
      assertThat(Outgoing.of(error))
          .hasSameClassAs(error)
          .message()
          .startsWith("port: 777")
          .endsWith("is refused; leave it out")
          .hasSize(Outgoing.LONGEST);
    }
  }

  @Test
  void a_short_message_stays_as_it_is() {
    assertThat(Outgoing.of(new Conflict("taken"))).hasMessage("taken");
  }
}
