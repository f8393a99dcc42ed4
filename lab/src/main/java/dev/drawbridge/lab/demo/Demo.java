package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.scenario.Exposure;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Plays an onboarding and then a failover on a {@link Stage}. */
public final class Demo {
  private static final Duration LONGEST_REPAIR = Duration.ofMinutes(20);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What came of it. */
  public record Played(Report report, TimelineDrawing timeline) {}

  private final Stage stage;
  private final Delays delays;
  private final Progress progress;
  private final Optional<ServedPages> pages;
  private final long seed;

  /**
   * On that stage.
   *
   * @param pages where a person answers; without them the approver says yes
   * @param seed of the failover with the published delays that this one is compared with
   */
  public Demo(
      Stage stage, Delays delays, Progress progress, Optional<ServedPages> pages, long seed) {
    this.stage = stage;
    this.delays = delays;
    this.progress = progress;
    this.pages = pages;
    this.seed = seed;
  }

  /**
   * Plays it to its end and tells what came of it.
   *
   * @throws dev.drawbridge.lab.process.LabException if the onboarding fails, or the path is not
   *     repaired
   */
  public Played play() {
    OnboardingScene.Played onboarded = new OnboardingScene(stage, progress, pages).play();
    Exposure exposure = Exposure.through(stage.scenario(), stage.database(), onboarded.endpoint());
    FailoverSeen seen =
        new FailoverScene(stage, exposure, progress, limit())
            .play(onboarded.application(), onboarded.data().rowsWritten() + 1);
    Report report =
        new Report(
            delays.name().toLowerCase(Locale.ROOT),
            delays.divisor(),
            onboarded.onboarding(),
            onboarded.path(),
            onboarded.data(),
            seen.report(PublishedFailover.of(seed)));
    return new Played(report, new TimelineDrawing(title(), seen.impact().killed(), seen.entries()));
  }

  /** Pauses of the state machines are not divided, so there is a part that does not shrink. */
  private Duration limit() {
    return LONGEST_REPAIR.dividedBy(delays.divisor()).plus(PATIENCE);
  }

  private String title() {
    String engine = stage.cluster().dialect().engine();
    String speed = delays.divisor() == 1 ? "" : " %d times as fast".formatted(delays.divisor());
    return "A failover in the lab: real %s servers, AWS simulated%s".formatted(engine, speed);
  }
}
