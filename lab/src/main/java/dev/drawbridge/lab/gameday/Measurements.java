package dev.drawbridge.lab.gameday;

import dev.drawbridge.simulator.Assumption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a game day has measured of the settings that nobody has published, row by row. */
public final class Measurements {
  private static final String NOT = "not measured by this run";

  private final Map<String, String> bySetting = new LinkedHashMap<>();

  /**
   * Adds one.
   *
   * @param setting its path, as docs/unconfirmed.md has it
   * @param how what was between the two moments
   * @throws IllegalArgumentException if there is no such row
   */
  void measured(String setting, Duration time, String how) {
    add(setting, seconds(time) + ": " + how);
  }

  /** The same where more than the setting's own time lies between the two moments. */
  void atMost(String setting, Duration time, String how) {
    add(setting, "at most " + seconds(time) + ": " + how);
  }

  private void add(String setting, String words) {
    if (Assumption.ofPublishedSettings().stream().noneMatch(row -> row.setting().equals(setting))) {
      throw new IllegalArgumentException("no assumption is called " + setting);
    }
    bySetting.put(setting, words);
  }

  /** Every row of docs/unconfirmed.md beside what was measured of it. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| Setting | Assumed | Measured |");
    lines.add("|---|---|---|");
    Assumption.ofPublishedSettings()
        .forEach(
            row ->
                lines.add(
                    "| `%s` | %s | %s |"
                        .formatted(
                            row.setting(),
                            row.value(),
                            bySetting.getOrDefault(row.setting(), NOT))));
    lines.add(
        "%d of %d assumptions were measured"
            .formatted(bySetting.size(), Assumption.ofPublishedSettings().size()));
    return lines;
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
  }
}
