package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.bench.FailoverBench;
import dev.drawbridge.lab.bench.FailoverReport;
import java.util.Iterator;
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

  @Option(names = "--runs", description = "Failovers of each kind and policy (${DEFAULT-VALUE}).")
  private int runs = 50;

  @Option(names = "--seed", description = "Where all chance comes from (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--policy",
      completionCandidates = Names.class,
      description =
          "Only policies whose name holds this text (all of them). Policies: ${COMPLETION-CANDIDATES}.")
  private String policy = "";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (runs < 1) {
      throw new ParameterException(spec.commandLine(), "--runs must be 1 or more");
    }
    if (FailoverReport.policies().stream().noneMatch(name -> name.contains(policy))) {
      throw new ParameterException(
          spec.commandLine(),
          "--policy: no policy's name holds '%s'; they are %s"
              .formatted(policy, String.join(", ", new Names())));
    }
    new FailoverReport(new FailoverBench(runs, seed), policy, spec.commandLine().getOut()).print();
  }
}
