package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.bench.zone.Course;
import dev.drawbridge.lab.bench.zone.Mode;
import dev.drawbridge.lab.bench.zone.Throttles;
import dev.drawbridge.lab.bench.zone.ZoneLoss;
import dev.drawbridge.lab.bench.zone.ZoneReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drawbridge bench zone-loss}. */
@Command(
    name = "zone-loss",
    description = "Hundreds of databases fail over within a minute, and AWS throttles.",
    mixinStandardHelpOptions = true)
final class BenchZoneLoss implements Runnable {
  private static final int MOST = 2000;

  @Option(names = "--databases", description = "How many clusters (${DEFAULT-VALUE}).")
  private int databases = 50;

  @Option(
      names = "--describe",
      description =
          "Which published figure for reads of load balancers holds: ${COMPLETION-CANDIDATES}"
              + " (${DEFAULT-VALUE}).")
  private Throttles describe = Throttles.DOCUMENTED;

  @Option(
      names = "--mode",
      description =
          "How databases are exposed, a row for each: ${COMPLETION-CANDIDATES} (all of them).")
  private List<Mode> modes = List.of(Mode.values());

  @Option(
      names = "--course",
      description = "What else goes wrong: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Course course = Course.PLAIN;

  @Option(
      names = "--calls",
      description = "Count each call, worker and invocation below the table, too.")
  private boolean calls;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      converter = NewFile.class,
      description = "Where to draw the registrations against their bound, as SVG.")
  private @Nullable Path picture;

  @Option(names = "--seed", description = "Where all chance comes from (${DEFAULT-VALUE}).")
  private long seed = 7;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (databases < 1 || databases > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--databases must be from 1 to " + MOST + ", not " + databases);
    }
    new ZoneReport(spec.commandLine().getOut(), calls)
        .print(
            modes.stream()
                .distinct()
                .map(mode -> new ZoneLoss(databases, describe, mode, course, seed))
                .toList(),
            Optional.ofNullable(picture));
  }
}
