package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.demo.Timeline.Entry;
import dev.drawbridge.lab.failover.Milestones;
import dev.drawbridge.lab.failover.OutageParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A failover that was repaired, as it was seen.
 *
 * @param throughPorts what writes saw that found the writer through the ports of instances
 * @param settled when the switch had settled, as the refresh has recorded
 * @param entries of its timeline, by lane
 */
record FailoverSeen(
    Milestones milestones,
    Impact impact,
    Impact throughPorts,
    Instant settled,
    List<Entry> entries) {

  /** Completes the timeline with the load and the milestones. */
  static FailoverSeen of(
      Milestones milestones,
      Impact impact,
      Impact throughPorts,
      Instant settled,
      Timeline timeline) {
    LoadLanes.draw(impact, throughPorts, timeline);
    timeline.mark(Lanes.PATH, "kill", impact.killed());
    milestones.promoted().ifPresent(at -> timeline.mark(Lanes.PATH, "promotion", at));
    milestones.delivered().ifPresent(at -> timeline.mark(Lanes.PATH, "event delivered", at));
    milestones.switched().ifPresent(at -> timeline.mark(Lanes.PATH, "switched", at));
    throughPorts
        .firstGoodWrite()
        .ifPresent(at -> timeline.mark(Lanes.PATH, "good through instance ports", at));
    impact.firstGoodWrite().ifPresent(at -> timeline.mark(Lanes.PATH, "first good write", at));
    impact.victimRead().ifPresent(at -> timeline.mark(Lanes.PATH, "old writer reads", at));
    timeline.mark(Lanes.PATH, "settled", settled);
    timeline.close(impact.writes().getLast().end());
    return new FailoverSeen(
        milestones, impact, throughPorts, settled, Lanes.sorted(timeline.entries()));
  }

  /** What the demo reports of it. */
  Report.Failover report(PublishedFailover published) {
    Optional<OutageParts> parts =
        impact.writesAgain().flatMap(again -> OutageParts.of(milestones, again));
    return new Report.Failover(
        impact.writeOutage().map(FailoverSeen::seconds).orElse(null),
        impact.writes().size(),
        impact.reads().size(),
        impact.readErrors(),
        impact.writeErrors(),
        impact.misdirected(settled, Instant.MAX),
        misdirectedBefore(),
        impact.readsDuringOutage(),
        seconds(impact.longestReadGap()),
        new Report.InstancePorts(
            throughPorts.writeOutage().map(FailoverSeen::seconds).orElse(null),
            throughPorts.writes().size(),
            throughPorts.writeErrors()),
        parts.map(OutageParts::own).map(FailoverSeen::seconds).orElse(null),
        parts.map(FailoverSeen::aws).orElse(null),
        published(published));
  }

  /** What is reported of one on the virtual clock. */
  static Report.PublishedDelays published(PublishedFailover published) {
    return new Report.PublishedDelays(
        seconds(published.writeOutage()),
        seconds(published.throughPorts()),
        published.parts().map(OutageParts::own).map(FailoverSeen::seconds).orElse(null),
        published.parts().map(FailoverSeen::aws).orElse(null));
  }

  private Report.Misdirected misdirectedBefore() {
    Instant switched = milestones.switched().orElse(settled);
    return new Report.Misdirected(
        impact.misdirected(Instant.MIN, switched), impact.misdirected(switched, settled));
  }

  static Report.Aws aws(OutageParts parts) {
    return new Report.Aws(
        seconds(parts.promotion()), seconds(parts.news()), seconds(parts.targets()));
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
