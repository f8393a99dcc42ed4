package dev.drawbridge.lab.bench.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoneReportTest {
  @Test
  void calls_are_counted_below_the_table_only_for_who_asks() {
    assertThat(printed(false)).hasSizeLessThan(6).last().asString().endsWith("well in the end");
    assertThat(printed(true))
        .contains("  calls", "  idle calls", "  invocations")
        .anyMatch(line -> line.matches("    elasticloadbalancing.*\\d+ +refused 0"));
  }

  private static List<String> printed(boolean calls) {
    StringWriter text = new StringWriter();
    new ZoneReport(new PrintWriter(text), calls)
        .print(
            List.of(new ZoneLoss(1, Throttles.DOCUMENTED, Mode.REGISTER, Course.PLAIN, 3)),
            Optional.empty());
    return text.toString().lines().toList();
  }
}
