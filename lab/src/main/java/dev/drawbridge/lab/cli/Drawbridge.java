package dev.drawbridge.lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point of {@code ./drawbridge}; each subcommand is a class of its own. */
@Command(
    name = "drawbridge",
    description = "An approved, failover-safe PrivateLink path to a database, on one machine.",
    mixinStandardHelpOptions = true,
    version = "drawbridge 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      LabCommand.class,
      Bench.class,
      Approve.class,
      Deny.class,
      ConformanceCommand.class
    })
public final class Drawbridge implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /** Runs one command; the exit code is the command's own, 2 for a wrong command line. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Drawbridge()).setCaseInsensitiveEnumValuesAllowed(true);
  }
}
