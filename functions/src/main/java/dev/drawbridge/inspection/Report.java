package dev.drawbridge.inspection;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a path stands, for people and for programs.
 *
 * @param lookedAt when AWS was asked
 * @param sound whether nothing cuts or weakens the path
 * @param words the same in sentences
 * @param everySeconds how often the schedule looks at it
 */
public record Report(
    String databaseArn,
    Instant lookedAt,
    boolean sound,
    List<String> words,
    List<Entry> findings,
    long everySeconds) {
  /** Keeps copies. */
  public Report {
    words = List.copyOf(words);
    findings = List.copyOf(findings);
  }

  /**
   * One finding.
   *
   * @param since the first look that found it: this one, if none before did
   */
  public record Entry(
      String kind,
      String subject,
      String weight,
      String whose,
      String remedy,
      Instant since,
      String text) {}

  /** Of one look. */
  public static Report of(
      String databaseArn,
      List<Finding> found,
      Optional<InspectionRecord> record,
      Instant now,
      Duration period) {
    List<Entry> entries = found.stream().map(finding -> entry(finding, record, now)).toList();
    boolean sound = found.stream().allMatch(each -> each.kind().weight() == Weight.NOTES);
    return new Report(
        databaseArn, now, sound, words(databaseArn, entries, sound), entries, period.toSeconds());
  }

  private static Entry entry(Finding finding, Optional<InspectionRecord> record, Instant now) {
    Instant since =
        record.flatMap(held -> ComingBack.earlier(held, finding)).map(Known::since).orElse(now);
    return new Entry(
        finding.kind().name(),
        finding.subject(),
        finding.kind().weight().name(),
        finding.kind().whose().name(),
        finding.remedy().name(),
        since,
        finding.text());
  }

  private static List<String> words(String arn, List<Entry> entries, boolean sound) {
    String first = "the path of %s is %s".formatted(arn, sound ? "sound" : "not sound");
    return Stream.concat(
            Stream.of(first),
            entries.stream()
                .map(
                    each ->
                        "%s since %s: %s (%s)"
                            .formatted(
                                each.weight().toLowerCase(Locale.ROOT),
                                each.since(),
                                each.text(),
                                Remedy.valueOf(each.remedy()).words())))
        .toList();
  }
}
