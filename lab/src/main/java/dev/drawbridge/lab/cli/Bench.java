package dev.drawbridge.lab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drawbridge bench}. */
@Command(
    name = "bench",
    description = "Measure on the virtual clock, with AWS's published delays.",
    mixinStandardHelpOptions = true,
    subcommands = {BenchFailover.class})
final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to measure: failover");
  }
}
