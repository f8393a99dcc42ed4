package dev.drawbridge.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WallSchedulerTest {
  @Test
  void a_timer_fires() throws InterruptedException {
    try (WallScheduler scheduler = new WallScheduler(1)) {
      CountDownLatch fired = new CountDownLatch(1);
      scheduler.after(Duration.ofMillis(1), fired::countDown);
      assertThat(fired.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_timer_that_is_set_after_the_close_is_no_error_and_never_fires()
      throws InterruptedException {
    CountDownLatch fired = new CountDownLatch(1);
    WallScheduler scheduler = new WallScheduler(1);
    scheduler.close();
    scheduler.after(Duration.ZERO, fired::countDown).cancel();
    scheduler.after(Duration.ZERO, fired::countDown);
    assertThat(fired.await(50, TimeUnit.MILLISECONDS)).isFalse();
  }
}
