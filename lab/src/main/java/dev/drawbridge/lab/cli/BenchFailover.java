package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.bench.FailoverBench;
import dev.drawbridge.lab.bench.FailoverReport;
import dev.drawbridge.lab.bench.Surface;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drawbridge bench failover}. */
@Command(
    name = "failover",
    description = "Random failovers: how long new writes fail, and whose fault it is.",
    mixinStandardHelpOptions = true)
final class BenchFailover implements Runnable {
  /** The policies, in quotes: there are commas in their names. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return FailoverReport.policies().stream().map(name -> "'" + name + "'").iterator();
    }
  }

  private static final int RUNS = 50;
  private static final int RUNS_OF_A_CELL = 10;

  @Option(
      names = "--runs",
      description =
          "Failovers of each kind and policy ("
              + RUNS
              + "), or of each cell of a surface ("
              + RUNS_OF_A_CELL
              + ").")
  private int runs = RUNS;

  @Option(names = "--seed", description = "Where all chance comes from (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--policy",
      completionCandidates = Names.class,
      description =
          "Only policies whose name holds this text (all of them). Policies: ${COMPLETION-CANDIDATES}.")
  private String policy = "";

  @Option(
      names = "--surface",
      description =
          "Measure the modes over what is unknown of a load balancer instead: the time of a"
              + " registration and of a listener's change.")
  private boolean surface;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      converter = NewFile.class,
      description = "Where to draw the surface, as SVG.")
  private @Nullable Path picture;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (surface && !spec.commandLine().getParseResult().hasMatchedOption("--runs")) {
      runs = RUNS_OF_A_CELL;
    }
    if (runs < 1) {
      throw new ParameterException(spec.commandLine(), "--runs must be 1 or more");
    }
    if (FailoverReport.policies().stream().noneMatch(name -> name.contains(policy))) {
      throw new ParameterException(
          spec.commandLine(),
          "--policy: no policy's name holds '%s'; they are %s"
              .formatted(policy, String.join(", ", new Names())));
    }
    if (picture != null && !surface) {
      throw new ParameterException(spec.commandLine(), "--picture needs --surface");
    }
    if (surface) {
      new Surface(new FailoverBench(runs, seed), spec.commandLine().getOut())
          .print(Optional.ofNullable(picture));
      return;
    }
    new FailoverReport(new FailoverBench(runs, seed), policy, spec.commandLine().getOut()).print();
  }
}
