package dev.drawbridge.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseShape;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.Known;
import dev.drawbridge.model.InspectionRecord.Untold;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.ServiceSeen;
import dev.drawbridge.model.Subscriptions;
import dev.drawbridge.plan.Quotas;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every path in turn, has put back what may be put back, and tells people of the rest.
 *
 * <p>A schedule starts it each minute, and so does a notice of AWS that an endpoint came or went: a
 * notice is a hint about which path to look at first. Each database alone: one that cannot be
 * looked at stops no other. Calls: 1 to the table and 2 to list what is exposed; for each path that
 * is due those of {@link Look}, 5 to the table, and up to 2 more where somebody has hastened it, 1
 * for each run, and 2 for each message, besides its own; 1 to SNS.
 */
public final class CheckExposures extends Worker<JsonNode, ExposuresChecked> {
  /** So many take less than half of the worker's time. */
  private static final int LOOKS = 10;

  private final Inspections inspections;
  private final Exposures exposures;
  private final Holds holds;
  private final Claims claims;
  private final LiveApprovals live;
  private final Groups groups;
  private final Look look;
  private final Repairs repairs;
  private final StalledEnds stalled;
  private final EndDateRuns ends;
  private final PeopleTopic people;
  private final int mails;
  private final Quotas quotas;
  private final InstantSource clock;

  public CheckExposures() {
    this(Environment.lambda());
  }

  public CheckExposures(Environment environment) {
    super(JsonNode.class);
    this.inspections = Stores.inspections(environment);
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.claims = Stores.claims(environment);
    this.live = Stores.liveApprovals(environment);
    this.groups = new Groups(environment.clients());
    this.look = new Look(environment);
    this.repairs = new Repairs(environment);
    this.stalled = new StalledEnds(environment);
    this.ends = new EndDateRuns(environment);
    this.people = Stores.people(environment);
    this.mails = environment.settings().mails();
    this.quotas = environment.settings().quotas();
    this.clock = environment.clock();
  }

  @Override
  public ExposuresChecked handle(JsonNode hint) {
    Instant now = clock.instant();
    Sweep sweep = new Sweep(now);
    sweep.each("who is told", () -> sweep.hear(people.subscriptions()));
    ItemsRead<InspectionRecord> held = inspections.all();
    held.unread().forEach(sweep::afresh);
    held.values().forEach(record -> sweep.records.put(record.databaseArn(), record));
    boolean tick = !hint.has("Records");
    if (tick) {
      sweep.each("what is exposed", () -> groups.exposedLately(now).keySet().forEach(sweep::add));
    }
    Duration period = Period.of(sweep.records.size());
    String notice = hint.toString();
    sweep.records.values().stream()
        .filter(record -> tick ? due(record, now) : named(record, notice))
        .sorted(Comparator.comparing(InspectionRecord::nextAt))
        .limit(LOOKS)
        .toList()
        .forEach(record -> sweep.look(record, period));
    return sweep.checked(period);
  }

  @Override
  protected Optional<String> remark(ExposuresChecked output) {
    return output.news() == 0 && output.failed().isEmpty()
        ? Optional.empty()
        : Optional.of(new String(Json.LENIENT.write(output), StandardCharsets.UTF_8));
  }

  @Override
  protected Optional<Metrics> metrics(ExposuresChecked output) {
    List<Metrics.Metric> metrics = new ArrayList<>();
    metrics.add(new Metrics.Metric("CuttingFindings", "Count", output.cutting()));
    metrics.add(new Metrics.Metric("OtherFindings", "Count", output.others()));
    metrics.add(new Metrics.Metric("FailedInspections", "Count", output.failed().size()));
    // Only what there is: a metric is paid for by the hour in which it has data.
    output.kinds().forEach((kind, count) -> metrics.add(new Metrics.Metric(kind, "Count", count)));
    return Optional.of(new Metrics(output.at(), List.of(), metrics));
  }

  private static boolean due(InspectionRecord record, Instant now) {
    return !now.plus(Turn.EARLY).isBefore(record.nextAt());
  }

  /**
   * Whether a notice is about the service; one of a path that no look has seen yet says nothing.
   */
  private static boolean named(InspectionRecord record, String notice) {
    String service = record.serviceId();
    return service != null && notice.contains(service);
  }

  /** One turn over all databases. */
  private final class Sweep {
    private final Instant now;
    private final Map<String, InspectionRecord> records = new TreeMap<>();
    private final List<String> looked = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private @Nullable List<Finding> heard;
    private int news;

    Sweep(Instant now) {
      this.now = now;
    }

    void hear(Subscriptions seen) {
      heard = PeopleFindings.of(seen, mails);
    }

    /** What earlier looks found is lost, and said once: a look starts from nothing. */
    void afresh(String databaseArn) {
      failed.add(databaseArn + ": the record of earlier looks could not be read and was dropped");
      each(databaseArn, () -> inspections.drop(databaseArn));
      add(databaseArn);
    }

    void add(String databaseArn) {
      records.putIfAbsent(databaseArn, InspectionRecord.first(databaseArn));
    }

    /** Whatever fails for one must not keep another from being looked at. */
    boolean each(String what, Runnable step) {
      try {
        step.run();
        return true;
      } catch (RuntimeException failure) {
        failed.add(what + ": " + translated(failure).getMessage());
        return false;
      }
    }

    void look(InspectionRecord record, Duration period) {
      String arn = record.databaseArn();
      looked.add(arn);
      if (!each(arn, () -> see(record, period))) {
        String reason = failed.getLast();
        each(arn, () -> keep(record, Turn.unseen(record, reason, now), List.of()));
      }
    }

    private void see(InspectionRecord record, Duration period) {
      Exposure exposure = exposures.findOrFirst(record.databaseArn());
      ItemsRead<Claim> all = claims.eachOfDatabase(record.databaseArn());
      ItemsRead<LiveApproval> yeses = live.eachOfDatabase(record.databaseArn());
      List<String> unread = Stream.concat(all.faults().stream(), yeses.faults().stream()).toList();
      unread.forEach(fault -> failed.add(record.databaseArn() + ": " + fault));
      Expected expected = Expected.of(exposure, all.values(), yeses.values(), unread, quotas);
      PathSeen seen = look.at(exposure, Look.Earlier.of(record));
      if (nothing(expected, seen)) {
        if (record.untold().isEmpty() || tell(record.databaseArn(), record.untold())) {
          inspections.forget(record);
          records.remove(record.databaseArn());
        }
        return;
      }
      InspectionRecord before =
          repairs
              .lookedAfter(record)
              .of(seen.service().map(ServiceSeen::service).map(s -> s.serviceId()).orElse(null))
              .seeing(
                  Guards.of(record, seen),
                  seen.parameters().orElse(record.parameters()),
                  seen.followed().map(DatabaseShape::of).orElse(record.shape()));
      List<Finding> found = found(before, expected, seen, yeses.unread());
      keep(record, Turn.of(before, found, holds.on(exposure), now, period), expected.claims());
      mark(found, expected.claims());
    }

    private List<Finding> found(
        InspectionRecord before, Expected expected, PathSeen seen, List<String> unreadYeses) {
      // What all paths have in common is told of the first of them.
      boolean first = records.keySet().iterator().next().equals(before.databaseArn());
      List<Finding> judged = Findings.of(expected, seen);
      return Stream.of(
              Stream.concat(
                      judged.stream(), NearlyFull.still(before, judged, expected, seen).stream())
                  .filter(finding -> first || !QuotaFindings.ofRegion(finding)),
              first ? ofPeople(before).stream() : Stream.<Finding>empty(),
              Unseen.of(before, expected, seen).stream(),
              ends(expected, seen).stream().map(end -> unlessUnread(end, unreadYeses)))
          .flatMap(each -> each)
          .toList();
    }

    /** What SNS did not tell is as it was. */
    private List<Finding> ofPeople(InspectionRecord before) {
      return heard == null ? Unseen.of(before, PeopleFindings.KINDS) : heard;
    }

    /** A yes that nobody can read may be in force still: nobody is cut for want of it. */
    private static Finding unlessUnread(Finding end, List<String> unreadYeses) {
      return end.kind() == Kind.END_DATE_PASSED
              && end.remedy() == Remedy.END
              && unreadYeses.stream().anyMatch(key -> LiveApprovals.isOf(key, end.subject()))
          ? end.told("; it is open still, since another of its yeses cannot be read")
          : end;
    }

    /** One order is enough for what has a date and came to a halt as well. */
    private List<Finding> ends(Expected expected, PathSeen seen) {
      List<Finding> dates = EndDateFindings.of(expected.live(), expected.inForce(seen), now);
      List<Finding> all = new ArrayList<>(dates);
      stalled.of(expected.claims(), now).stream()
          .filter(
              end ->
                  dates.stream()
                      .noneMatch(
                          date ->
                              date.remedy() == Remedy.END && date.subject().equals(end.subject())))
          .forEach(all::add);
      return all;
    }

    /** People may ask how an onboarding stands long after they were told. */
    private void mark(List<Finding> found, List<Claim> of) {
      for (Finding gone : found) {
        of.stream()
            .filter(claim -> gone.kind() == Kind.ENDPOINT_GONE)
            .filter(claim -> claim.key().principal().equals(gone.principal()))
            .filter(claim -> !gone.text().equals(claim.failure()))
            .forEach(
                claim -> each(claim.key().databaseArn(), () -> claims.mark(claim, gone.text())));
      }
    }

    private boolean nothing(Expected expected, PathSeen seen) {
      return seen.loadBalancer().isEmpty()
          && seen.service().isEmpty()
          && seen.writers().isEmpty()
          && seen.readers().isEmpty()
          && !expected.reliedOn()
          && expected.claims().stream().noneMatch(claim -> claim.state() == ClaimState.RUNNING);
    }

    /**
     * Intent before effect: what is put back is on record first, so that it is put back once. So is
     * what people are to be told: of two looks at once one tells, and what could not be told waits
     * there for the next look.
     */
    private void keep(InspectionRecord before, Turn decided, List<Claim> of) {
      String arn = before.databaseArn();
      String run = decided.mend().isEmpty() ? "" : repairs.name(arn);
      Turn turn = run.isEmpty() ? decided : decided.startedBy(run);
      Optional<InspectionRecord> held = Optional.of(before);
      List<Untold> lines = new ArrayList<>(before.untold());
      turn.news().forEach(line -> lines.add(new Untold(now, line)));
      if (!turn.mend().isEmpty() || !turn.ask().isEmpty() || !turn.end().isEmpty()) {
        held = inspections.put(before.withPutBack(turn.next().putBack()), now);
        if (held.isPresent()) {
          act(arn, turn, run, of).forEach(line -> lines.add(new Untold(now, line)));
        }
      }
      held.flatMap(last -> told(turn.next().at(last.version()), lines))
          .ifPresent(kept -> records.put(arn, kept));
    }

    /** The record as it is kept; empty if another look was first, which has told what there is. */
    private Optional<InspectionRecord> told(InspectionRecord next, List<Untold> lines) {
      InspectionRecord clear = next.withUntold(List.of());
      if (lines.isEmpty()) {
        return inspections.put(clear, now);
      }
      Optional<InspectionRecord> owing =
          inspections.put(next.withUntold(lines).dueAt(now.plus(Turn.SOON)), now);
      if (owing.filter(kept -> tell(kept.databaseArn(), lines)).isEmpty()) {
        return owing;
      }
      return inspections.put(clear.at(owing.get().version()), now);
    }

    private boolean tell(String databaseArn, List<Untold> lines) {
      String text =
          lines.stream()
              .map(each -> each.at().equals(now) ? each.line() : late(each))
              .collect(Collectors.joining("\n\n"));
      boolean heard =
          each(
              "people could not be told of " + databaseArn + ", and are at its next look",
              () ->
                  people.tell(
                      "Path of " + DatabaseArn.nameIn(databaseArn),
                      databaseArn + "\n\n" + text + "\n"));
      news += heard ? lines.size() : 0;
      return heard;
    }

    private static String late(Untold line) {
      return "%s (since %s this could not be told)".formatted(line.line(), line.at());
    }

    private List<String> act(String databaseArn, Turn turn, String run, List<Claim> of) {
      List<String> lines = new ArrayList<>();
      if (!turn.mend().isEmpty() && !each(databaseArn, () -> repairs.mend(databaseArn, run))) {
        lines.add("nothing could be put back: " + failed.getLast());
      }
      for (Finding over : turn.end()) {
        if (!each(databaseArn, () -> ends.order(databaseArn, over, tearsDown(over, of)))) {
          lines.add("%s could not be ended: %s".formatted(over.subject(), failed.getLast()));
        }
      }
      for (Finding waiting : turn.ask()) {
        if (!each(databaseArn, () -> repairs.ask(waiting, of).ifPresent(lines::add))) {
          lines.add(
              "nobody could be asked about %s: %s".formatted(waiting.subject(), failed.getLast()));
        }
      }
      return lines;
    }

    /** What an order that came to a halt had begun is part of the next one, too. */
    private static boolean tearsDown(Finding over, List<Claim> of) {
      return of.stream()
          .filter(claim -> claim.key().principal().equals(over.subject()))
          .anyMatch(claim -> claim.state() == ClaimState.TEARING_DOWN);
    }

    ExposuresChecked checked(Duration period) {
      List<Known> told =
          records.values().stream()
              .flatMap(record -> Stream.concat(record.known().stream(), record.gone().stream()))
              .filter(Known::told)
              .toList();
      int cutting = (int) told.stream().filter(k -> k.weight().equals(Weight.CUTS.name())).count();
      return new ExposuresChecked(
          now,
          records.size(),
          period.toSeconds(),
          looked,
          news,
          cutting,
          told.size() - cutting,
          kinds(told),
          failed);
    }

    /** Where nothing is exposed, too, questions wait for somebody who is subscribed. */
    private Map<String, Integer> kinds(List<Known> told) {
      Map<String, Integer> kinds =
          told.stream().collect(Collectors.toMap(Known::kind, k -> 1, Integer::sum));
      if (records.isEmpty() && heard != null) {
        heard.forEach(finding -> kinds.put(finding.kind().name(), 1));
      }
      return kinds;
    }
  }
}
