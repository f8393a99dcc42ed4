package dev.drawbridge.lab.page;

import dev.drawbridge.pages.Html;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for all who watch together, and only while somebody does. */
final class Looking {
  /** How often those who watch are shown a new one. */
  static final Duration EVERY = Duration.ofMillis(700);

  private final LabLook look;
  private final Duration every;
  private final LabSections drawn;
  private @Nullable LabView last;
  private long lookedAt;

  Looking(LabLook look, Duration every) {
    this.every = every;
    this.look = look;
    this.drawn = new LabSections(look::graph);
  }

  synchronized LabView view() {
    LabView known = last;
    if (known == null || System.nanoTime() - lookedAt > every.toNanos()) {
      known = look.look();
      last = known;
      lookedAt = System.nanoTime();
    }
    return known;
  }

  Map<String, Html> sections() {
    return drawn.of(view());
  }
}
