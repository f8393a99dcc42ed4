package dev.drawbridge.lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drawbridge bench}. */
@Command(
    name = "bench",
    description = "Measure failovers on the virtual clock, or starts of workers in real time.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchFailover.class,
      BenchKills.class,
      BenchStart.class,
      BenchZoneLoss.class,
      CommandLine.HelpCommand.class
    })
final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name what to measure: failover, kills, start or zone-loss");
  }
}
