package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.consumer.Attempt;
import dev.drawbridge.lab.demo.Timeline.Tone;
import java.util.List;
import java.util.function.Function;

/** Draws a load: attempts in a row that ended alike become one bar. */
final class LoadLanes {
  private static final String GOOD = "good";
  private static final String FAILED = "failed";
  private static final String READ_ONLY = "misdirected";

  private LoadLanes() {}

  static void draw(Impact impact, Impact throughPorts, Timeline timeline) {
    lane(Lanes.PORT_WRITES, throughPorts.writes(), LoadLanes::outcome, timeline);
    lane(
        Lanes.WRITES,
        impact.writes(),
        write -> impact.isMisdirected(write) ? READ_ONLY : outcome(write),
        timeline);
    lane(Lanes.READS, impact.reads(), LoadLanes::outcome, timeline);
  }

  private static void lane(
      String lane, List<Attempt> attempts, Function<Attempt, String> outcome, Timeline timeline) {
    for (Attempt attempt : attempts) {
      String label = outcome.apply(attempt);
      timeline.turn(lane, label, label.equals(GOOD) ? Tone.GOOD : Tone.BAD, attempt.at());
    }
    if (!attempts.isEmpty()) {
      timeline.end(lane, attempts.getLast().end());
    }
  }

  private static String outcome(Attempt attempt) {
    return attempt.succeeded() ? GOOD : FAILED;
  }
}
