package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Report.Aws;
import dev.drawbridge.lab.demo.Report.Failover;
import dev.drawbridge.lab.demo.Report.PublishedDelays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
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
    return path + failover(report.failover());
  }

  private static String failover(Failover seen) {
    return line(
            "failover repaired: %d of %d writes and %d of %d reads failed",
            seen.writeErrors(), seen.writes(), seen.readErrors(), seen.reads())
        + line(
            "through the ports of instances: %d of %d writes failed",
            seen.instancePorts().writeErrors(), seen.instancePorts().writes())
        + line(
            "writes that reached a reader: %d before the switch, %d until it had settled, %d after",
            seen.misdirectedBefore().beforeSwitched(),
            seen.misdirectedBefore().switchedToSettled(),
            seen.misdirectedWrites())
        + line(
            "reads: %d good ones while writes failed, never %.1f s without one",
            seen.readsDuringOutage(), seen.longestReadGapSeconds())
        + table(seen, seen.publishedDelays());
  }

  private static String table(Failover seen, PublishedDelays published) {
    StringBuilder text = new StringBuilder();
    text.append(line("%n%-34s %12s %26s", "", "measured", "same seed, virtual clock,"));
    text.append(line("%-34s %12s %26s", "", "in this lab", "published delays"));
    text.append(
        row(
            "write outage, instance ports",
            seen.instancePorts().writeOutageSeconds(),
            published.instancePortsWriteOutageSeconds()));
    text.append(
        row(
            "write outage, writer port",
            seen.writeOutageSeconds(),
            published.writeOutageSeconds()));
    text.append(aws("detection, promotion", Aws::detectionAndPromotion, seen, published));
    text.append(aws("event, RDS API, DNS", Aws::eventApiAndDns, seen, published));
    text.append(
        aws("registration, health checks", Aws::targetRegistrationAndHealth, seen, published));
    text.append(row("  Drawbridge", seen.ownSeconds(), published.ownSeconds()));
    if (isZero(seen.ownSeconds()) || isZero(published.ownSeconds())) {
      text.append(
          line(
              "0.0 s of Drawbridge's: the run of an earlier event had found the new writer"
                  + " before"));
    }
    return text.toString();
  }

  private static boolean isZero(@Nullable Double seconds) {
    return seconds != null && seconds == 0;
  }

  private static String aws(
      String what, ToDoubleFunction<Aws> part, Failover seen, PublishedDelays published) {
    return row("  AWS: " + what, part(part, seen.aws()), part(part, published.aws()));
  }

  private static @Nullable Double part(ToDoubleFunction<Aws> part, @Nullable Aws aws) {
    return aws == null ? null : part.applyAsDouble(aws);
  }

  private static String row(String what, @Nullable Double lab, @Nullable Double published) {
    return line("%-34s %12s %26s", what, seconds(lab), seconds(published));
  }

  private static String seconds(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f s", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }
}
