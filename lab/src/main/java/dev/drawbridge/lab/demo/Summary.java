package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Report.Failover;
import dev.drawbridge.lab.demo.Report.PublishedDelays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says at the end, in a few lines, what a report holds. */
public record Summary(Report report) {

  /** The lines. */
  public String text() {
    Report.Onboarding onboarding = report.onboarding();
    String path =
        line(
                "onboarding %s in %.1f s, %d state transitions, %d worker calls",
                onboarding.status(),
                onboarding.seconds(),
                onboarding.stateTransitions(),
                onboarding.apiCalls().values().stream().mapToLong(n -> n).sum())
            + line("write to %s:%d", report.path().writer().host(), report.path().writer().port())
            + line("read from %s:%d", report.path().reader().host(), report.path().reader().port());
    Failover failover = report.failover();
    return failover == null ? path : path + failover(failover);
  }

  private String failover(Failover seen) {
    PublishedDelays published = seen.publishedDelays();
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "failover repaired: %d of %d writes and %d of %d reads failed",
            seen.writeErrors(), seen.writes(), seen.readErrors(), seen.reads()));
    text.append(
        line(
            "writes that reached a reader: %d after settled; before it %s",
            seen.misdirectedWrites(), seen.misdirectedBefore()));
    text.append(
        line(
            "good reads while writes failed: %d; longest pause between two %.1f s",
            seen.readsDuringOutage(), seen.longestReadGapSeconds()));
    text.append(line("%n%-32s %16s  %s", "", measured(), "same seed, virtual clock,"));
    text.append(line("%-32s %16s  %s", "", "in this lab", "published delays"));
    text.append(row("write outage", seen.writeOutageSeconds(), published.writeOutageSeconds()));
    seen.aws()
        .forEach(
            (part, seconds) -> text.append(row("  AWS: " + part, seconds, part(published, part))));
    text.append(row("  Drawbridge", seen.ownSeconds(), published.ownSeconds()));
    return text.toString();
  }

  private String measured() {
    return "measured";
  }

  private static @Nullable Double part(PublishedDelays published, String part) {
    Map<String, Double> aws = published.aws();
    return aws.get(part);
  }

  private static String row(String what, @Nullable Double lab, @Nullable Double published) {
    return line("%-32s %16s  %s", what, seconds(lab), seconds(published));
  }

  private static String seconds(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f s", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }
}
