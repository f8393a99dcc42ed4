package dev.drawbridge.engine.task;

import dev.drawbridge.engine.path.Payload;
import org.jspecify.annotations.Nullable;

/** How a service answers a task; each method may be called at any later time. */
public interface TaskCompletion {
  /** The job has been taken; {@link #succeeded} or {@link #failed} follows at its end. */
  void submitted(Payload response);

  /**
   * The service's answer. Where the state waits for a callback it only means that the message is
   * out.
   */
  void succeeded(Payload output);

  /** The service's error. */
  void failed(@Nullable String error, @Nullable String cause);
}
