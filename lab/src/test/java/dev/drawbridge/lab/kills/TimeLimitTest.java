package dev.drawbridge.lab.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.lab.process.LabException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  @Test
  void what_hangs_is_ended_with_its_name_and_says_where_it_stood() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                new TimeLimit(Duration.ofMillis(50))
                    .within("silent host, kill 2 of 3", () -> hang(never)))
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith("silent host, kill 2 of 3: not over after")
        .cause()
        .satisfies(where -> assertThat(where.getStackTrace()).anyMatch(this::isOurs));
  }

  @Test
  void what_fails_is_named_too_and_what_succeeds_is_given_back() {
    TimeLimit limit = new TimeLimit(Duration.ofMinutes(1));
    assertThat(limit.<String>within("a kill", () -> "over")).isEqualTo("over");
    assertThatThrownBy(
            () ->
                limit.within(
                    "a kill",
                    () -> {
                      throw new LabException("nobody is promoted");
                    }))
        .isInstanceOf(LabException.class)
        .hasMessage("a kill: nobody is promoted");
  }

  private boolean isOurs(StackTraceElement each) {
    return each.getMethodName().equals("hang");
  }

  private static boolean hang(CountDownLatch never) {
    try {
      never.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
