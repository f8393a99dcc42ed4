package dev.drawbridge.lab.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
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
      Request.class,
      Status.class,
      Approve.class,
      Deny.class,
      Offboard.class,
      DatabaseSettings.class,
      Hold.class,
      Review.class,
      Advise.class,
      GameDayCommand.class,
      ConformanceCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Drawbridge implements Runnable {
  private static final String VERBOSE = "--verbose";

  @Spec private CommandSpec spec;

  @Option(
      names = VERBOSE,
      scope = ScopeType.INHERIT,
      description = "Show where in the code something went wrong.")
  @SuppressWarnings("UnusedVariable") // read before the command line is, see execute
  private boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Runs one command; the exit code is the command's own, 2 for a wrong command line. */
  public static void main(String[] arguments) {
    System.exit(execute(new PrintWriter(System.err, true, Charset.defaultCharset()), arguments));
  }

  /** Runs one command of a process that is to end with it. */
  static int execute(PrintWriter err, String... arguments) {
    return execute(new PrintWriter(System.out, true, Charset.defaultCharset()), err, arguments);
  }

  /** The same, with a standard output of one's own. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    // Known before the command line is read: reading it is what may fail.
    OneLine words = new OneLine(List.of(arguments).contains(VERBOSE));
    Thread.setDefaultUncaughtExceptionHandler(words::uncaught);
    return new CommandLine(new Drawbridge())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(long.class, WholeNumber::of)
        .registerConverter(int.class, text -> Math.toIntExact(WholeNumber.of(text)))
        .setParameterExceptionHandler(words)
        .setExecutionExceptionHandler(words)
        .setOut(out)
        .setErr(err)
        .execute(arguments);
  }
}
