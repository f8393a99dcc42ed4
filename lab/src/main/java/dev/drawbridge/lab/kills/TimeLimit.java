package dev.drawbridge.lab.kills;

import dev.drawbridge.lab.process.LabException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Ends what hangs, by its name: a driver or a server may keep a thread for ever. */
record TimeLimit(Duration longest) {
  /**
   * What {@code step} gives.
   *
   * @throws LabException naming the step, if it fails so or is not over in time; where it stood
   *     then is the cause
   */
  <T> T within(String name, Supplier<T> step) {
    FutureTask<T> task = new FutureTask<>(step::get);
    Thread thread = Thread.ofPlatform().daemon().name(name).start(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      e.setStackTrace(thread.getStackTrace());
      thread.interrupt();
      throw new LabException("%s: not over after %d s".formatted(name, longest.toSeconds()), e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new LabException("%s: %s".formatted(name, cause.getMessage()), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException(name + ": interrupted", e);
    }
  }
}
