package dev.drawbridge.inspection;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.Known;
import dev.drawbridge.model.InspectionRecord.PutBack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from one look at a path: what to put back, whom to ask, what to tell people. Pure:
 * the record of earlier looks and the findings decide.
 *
 * @param next the record to keep
 * @param news what people have to be told, a line each
 * @param mend what has to be put back
 * @param ask endpoints about which a person has to be asked
 * @param end onboardings whose last day is over
 */
public record Turn(
    InspectionRecord next,
    List<String> news,
    List<Finding> mend,
    List<Finding> ask,
    List<Finding> end) {
  /** Something that passes by itself, such as a failover, is told only when it stands so long. */
  public static final Duration PATIENCE = Duration.ofMinutes(4);

  /** So long what passes by itself is looked at each minute. */
  private static final Duration WATCHED = Duration.ofMinutes(30);

  static final Duration SOON = Duration.ofMinutes(1);

  /** An item of the table holds 400 KB; one entry takes some 300 bytes. */
  private static final int MOST_ON_RECORD = 300;

  /** No tick of a schedule is on time to the second: what is due so soon is due now. */
  static final Duration EARLY = Duration.ofSeconds(20);

  /** Keeps copies. */
  public Turn {
    news = List.copyOf(news);
    mend = List.copyOf(mend);
    ask = List.copyOf(ask);
    end = List.copyOf(end);
  }

  /**
   * Decides.
   *
   * @param held why nothing may be changed at the moment; empty if everything may
   * @param period until the next look, if nothing is in motion
   */
  public static Turn of(
      InspectionRecord before,
      List<Finding> found,
      Optional<String> held,
      Instant now,
      Duration period) {
    List<Finding> judged = Asking.bounded(before, judged(before, found, held, now), now);
    List<Finding> mend = due(before, judged, Remedy.MEND, now);
    List<Finding> ask = due(before, judged, Remedy.ASK, now);
    List<Finding> end = due(before, judged, Remedy.END, now);
    List<String> news = new ArrayList<>();
    List<Known> known = new ArrayList<>();
    for (Finding finding : judged) {
      Optional<Known> earlier = ComingBack.earlier(before, finding);
      Known entry = ComingBack.found(earlier, finding, now);
      boolean tell = ComingBack.tells(earlier, entry, now);
      known.add(tell ? entry.toldAt(now) : entry);
      if (tell) {
        news.add(line(finding, entry, mend));
      }
    }
    ComingBack.Left left = ComingBack.left(before, keys(judged), now);
    left.over().stream().map(Turn::over).forEach(news::add);
    // A hold that ends must not keep open for a whole period more what should have been closed.
    boolean moving =
        known.stream().anyMatch(entry -> !entry.told() || mayPass(entry, now))
            || left.gone().stream().anyMatch(entry -> ComingBack.lately(entry, now))
            || judged.stream().anyMatch(finding -> finding.remedy() == Remedy.MEND)
            || found.stream().anyMatch(finding -> finding.remedy() == Remedy.END);
    InspectionRecord next =
        before
            .looked(now, now.plus(moving ? SOON : period), known, left.gone())
            .withPutBack(
                putBack(
                    held.isPresent() ? orderedAnew(before, found) : before, mend, ask, end, now));
    return new Turn(next, news, mend, ask, end);
  }

  /** The same with the name of the run that puts back what has to be. */
  Turn startedBy(String run) {
    Set<String> keys = keys(mend);
    List<PutBack> named =
        next.putBack().stream()
            .map(each -> keys.contains(each.key()) ? each.by(run) : each)
            .toList();
    return new Turn(next.withPutBack(named), news, mend, ask, end);
  }

  /**
   * The turn of a look that failed: what was known stays known, and that nothing was seen is new.
   */
  public static Turn unseen(InspectionRecord before, String reason, Instant now) {
    Finding finding =
        Finding.of(
            Kind.NOT_SEEN,
            before.databaseArn(),
            "the path of %s could not be looked at: %s".formatted(before.databaseArn(), reason));
    Optional<Known> earlier = ComingBack.earlier(before, finding);
    Known entry = ComingBack.found(earlier, finding, now);
    boolean tell = ComingBack.tells(earlier, entry, now);
    List<Known> known = without(before.known(), finding);
    known.add(tell ? entry.toldAt(now) : entry);
    return new Turn(
        before.looked(before.lookedAt(), now.plus(SOON), known, without(before.gone(), finding)),
        tell ? List.of(line(finding, entry, List.of())) : List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What is removed again stays removed, and so does all else that the same run would put back. */
  private static List<Finding> judged(
      InspectionRecord before, List<Finding> found, Optional<String> held, Instant now) {
    boolean again =
        found.stream().anyMatch(finding -> finding.kind().undone())
            || found.stream()
                .filter(finding -> finding.remedy() == Remedy.MEND)
                .filter(finding -> !PuttingBack.leftOut(before, finding, now))
                .anyMatch(
                    finding ->
                        before
                            .lastPutBack(finding.key())
                            .filter(last -> PuttingBack.spent(last, now))
                            .isPresent());
    return found.stream().map(finding -> judged(before, finding, held, again, now)).toList();
  }

  private static Finding judged(
      InspectionRecord before, Finding finding, Optional<String> held, boolean again, Instant now) {
    if (finding.remedy() == Remedy.TELL) {
      return finding;
    }
    if (held.isPresent()) {
      return finding.told(
          (finding.remedy() == Remedy.END
                  ? "; it is open still, for "
                  : "; nothing is put back, for ")
              + held.get());
    }
    if (finding.remedy() != Remedy.MEND) {
      return finding;
    }
    if (PuttingBack.leftOut(before, finding, now)) {
      return finding.told(
          "; a run has left it out: AWS takes no load balancer there, or no subnet of it is private and has addresses left; the log of CreateLoadBalancer has what AWS said; once there is room, send the request again");
    }
    Optional<PutBack> last = before.lastPutBack(finding.key());
    if (last.filter(each -> PuttingBack.spent(each, now)).isPresent()) {
      return finding.told(
          (PuttingBack.inVain(before, last.get())
                  ? "; a run to put it back, of %s, has changed nothing that a look has seen, so it stays so until a person acts"
                  : "; it was put back at %s and is so again, so it stays so until a person acts")
              .formatted(last.get().at()));
    }
    if (last.filter(each -> each.outcome() == PutBack.Outcome.FAILED).isPresent()) {
      return finding.saying(
          "; putting it back failed, and is tried again: " + last.get().failure());
    }
    return again
        ? finding.told(
            "; it is not put back, since the same run would undo what somebody else changed")
        : finding;
  }

  /** Whether it may be over any minute, which people who were told of it want to know. */
  private static boolean mayPass(Known entry, Instant now) {
    return Kind.valueOf(entry.kind()).passing() && now.isBefore(entry.since().plus(WATCHED));
  }

  /** Those that nothing was done about in the last 24 hours, or in vain and long enough ago. */
  private static List<Finding> due(
      InspectionRecord before, List<Finding> judged, Remedy remedy, Instant now) {
    return judged.stream()
        .filter(finding -> finding.remedy() == remedy)
        .filter(
            finding ->
                before
                    .lastPutBack(finding.key())
                    .filter(last -> PuttingBack.waits(remedy, last, now))
                    .isEmpty())
        .toList();
  }

  private static List<Known> without(List<Known> all, Finding finding) {
    return all.stream()
        .filter(each -> !each.key().equals(finding.key()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Set<String> keys(List<Finding> findings) {
    return findings.stream().map(Finding::key).collect(Collectors.toSet());
  }

  private static String line(Finding finding, Known entry, List<Finding> mend) {
    return "%s (%s%s)"
        .formatted(
            finding.text(),
            mend.contains(finding) ? "is being put back" : finding.remedy().words(),
            ComingBack.words(entry));
  }

  private static String over(Known entry) {
    return "over, since %s: %s%s".formatted(entry.since(), entry.text(), ComingBack.words(entry));
  }

  /**
   * A hold refuses the runs of orders from before it: what they were to end is due when it ends.
   */
  private static InspectionRecord orderedAnew(InspectionRecord before, List<Finding> found) {
    List<String> refused =
        found.stream().filter(finding -> finding.remedy() == Remedy.END).map(Finding::key).toList();
    return before.withPutBack(
        before.putBack().stream().filter(entry -> !refused.contains(entry.key())).toList());
  }

  private static List<PutBack> putBack(
      InspectionRecord before,
      List<Finding> mend,
      List<Finding> ask,
      List<Finding> end,
      Instant now) {
    List<PutBack> all =
        before.putBack().stream()
            .filter(entry -> PuttingBack.counts(before, entry, now))
            .collect(Collectors.toCollection(ArrayList::new));
    Stream.of(mend, ask, end)
        .flatMap(List::stream)
        .forEach(
            finding -> {
              String key = finding.key();
              Optional<PutBack> last = before.lastPutBack(key);
              all.removeIf(entry -> entry.key().equals(key));
              all.add(
                  last.map(one -> one.again(now))
                      .orElseGet(() -> PutBack.started(key, now, finding.principal())));
            });
    return all.subList(Math.max(0, all.size() - MOST_ON_RECORD), all.size());
  }
}
