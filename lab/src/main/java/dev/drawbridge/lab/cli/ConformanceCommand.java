package dev.drawbridge.lab.cli;

import dev.drawbridge.engine.conformance.Conformance;
import dev.drawbridge.engine.conformance.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs recorded executions against the engine; exit code 1 if any differs. */
@Command(
    name = "conformance",
    description = "Run a folder of executions recorded from AWS Step Functions, and compare.",
    mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder with the cases.")
  private Path folder = Path.of(".");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), folder + " is not a folder");
    }
    List<Verdict> verdicts = Conformance.run(folder);
    if (verdicts.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), folder + " holds no case; name a folder with recorded .json files");
    }
    return Conformance.report(verdicts, System.out);
  }
}
