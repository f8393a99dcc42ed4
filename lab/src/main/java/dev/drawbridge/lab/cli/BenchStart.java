package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.bench.start.StartReport;
import dev.drawbridge.lab.process.LabException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drawbridge bench start}. */
@Command(
    name = "start",
    description =
        "Start workers as Lambda does: what their first call costs, primed and not, beside a naive"
            + " handler. In real time, about two minutes. Exit code 1 if a primed worker misses the"
            + " aim.",
    mixinStandardHelpOptions = true)
final class BenchStart implements Callable<Integer> {
  @Option(names = "--seed", description = "Where all chance comes from (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      Path repository = Path.of(System.getProperty("drawbridge.home", ""));
      return new StartReport(spec.commandLine().getOut()).print(repository, seed) ? 0 : 1;
    } catch (LabException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("drawbridge: " + e.getMessage());
      err.flush();
      return 1;
    }
  }
}
