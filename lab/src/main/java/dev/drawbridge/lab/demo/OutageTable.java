package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.demo.Report.Aws;
import dev.drawbridge.lab.demo.Report.PublishedDelays;
import dev.drawbridge.lab.failover.OutageParts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How an outage divides, beside the same with the published delays on the virtual clock.
 *
 * @param where it was measured, in a few words
 * @param throughPorts the write outage of a client with a list of hosts, seconds; null where none
 *     was tried
 * @param writeOutage that through the writer's port, seconds; null where nobody could see it
 * @param own Drawbridge's seconds; null where they cannot be told
 * @param aws AWS's; null where {@code own} is
 */
public record OutageTable(
    String where,
    @Nullable Double throughPorts,
    @Nullable Double writeOutage,
    @Nullable Double own,
    @Nullable Aws aws,
    PublishedDelays published) {

  /** Of an outage that was measured elsewhere than in a demo. */
  public static OutageTable of(
      String where,
      Optional<Duration> writeOutage,
      Optional<OutageParts> parts,
      PublishedFailover published) {
    return new OutageTable(
        where,
        null,
        writeOutage.map(FailoverSeen::seconds).orElse(null),
        parts.map(OutageParts::own).map(FailoverSeen::seconds).orElse(null),
        parts.map(FailoverSeen::aws).orElse(null),
        FailoverSeen.published(published));
  }

  /** The lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(line("%n%-34s %12s %26s", "", "measured", "same seed, virtual clock,"));
    text.append(line("%-34s %12s %26s", "", where, "published delays"));
    text.append(
        row(
            "write outage, instance ports",
            throughPorts,
            published.instancePortsWriteOutageSeconds()));
    text.append(row("write outage, writer port", writeOutage, published.writeOutageSeconds()));
    text.append(aws("detection, promotion", Aws::detectionAndPromotion));
    text.append(aws("event, RDS API, DNS", Aws::eventApiAndDns));
    text.append(aws("registration, health checks", Aws::targetRegistrationAndHealth));
    text.append(row("  Drawbridge", own, published.ownSeconds()));
    if (isZero(own) || isZero(published.ownSeconds())) {
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

  private String aws(String what, ToDoubleFunction<Aws> part) {
    return row("  AWS: " + what, part(part, aws), part(part, published.aws()));
  }

  private static @Nullable Double part(ToDoubleFunction<Aws> part, @Nullable Aws aws) {
    return aws == null ? null : part.applyAsDouble(aws);
  }

  private static String row(String what, @Nullable Double measured, @Nullable Double published) {
    return line("%-34s %12s %26s", what, seconds(measured), seconds(published));
  }

  private static String seconds(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f s", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }
}
