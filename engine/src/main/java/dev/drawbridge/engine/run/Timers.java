package dev.drawbridge.engine.run;

import dev.drawbridge.engine.step.Command;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The timers that one execution awaits. */
final class Timers {
  private final Scheduler scheduler;
  private final Map<Key, Timer> running = new HashMap<>();

  private record Key(long serial, Command.TimerKind kind) {}

  Timers(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Starts a timer; an earlier one of that serial and kind is void. */
  void start(long serial, Command.TimerKind kind, Duration delay, Runnable whenOver) {
    Key key = new Key(serial, kind);
    Timer timer =
        scheduler.after(
            delay,
            () -> {
              running.remove(key);
              whenOver.run();
            });
    Timer earlier = running.put(key, timer);
    if (earlier != null) {
      earlier.cancel();
    }
  }

  /** Calls off all timers of a serial. */
  void release(long serial) {
    for (Command.TimerKind kind : Command.TimerKind.values()) {
      Timer timer = running.remove(new Key(serial, kind));
      if (timer != null) {
        timer.cancel();
      }
    }
  }
}
