package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Report.Failover;
import java.util.Locale;

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
        + new OutageTable(
                "in this lab",
                seen.instancePorts().writeOutageSeconds(),
                seen.writeOutageSeconds(),
                seen.ownSeconds(),
                seen.aws(),
                seen.publishedDelays())
            .text();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }
}
