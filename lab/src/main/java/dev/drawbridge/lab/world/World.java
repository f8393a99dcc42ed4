package dev.drawbridge.lab.world;

import dev.drawbridge.engine.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Questions to a simulated world from threads that are not part of it. */
public final class World {
  private World() {}

  /** The answer, computed while nothing else of the world runs. */
  public static <T> T ask(Scheduler scheduler, Supplier<T> question) {
    List<T> answer = new ArrayList<>(1);
    scheduler.exclusively(() -> answer.add(question.get()));
    return answer.getFirst();
  }
}
