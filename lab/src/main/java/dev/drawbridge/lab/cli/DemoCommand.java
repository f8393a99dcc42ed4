package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.demo.Delays;
import dev.drawbridge.lab.demo.Demo;
import dev.drawbridge.lab.demo.Progress;
import dev.drawbridge.lab.demo.Report;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.lab.process.LabException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drawbridge demo}. */
@Command(
    name = "demo",
    description = "Onboard a consumer to a real database cluster, on this machine.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--yes", description = "Approve without asking.")
  private boolean yes;

  @Option(
      names = "--delays",
      paramLabel = "lab|aws",
      description = "How long the simulated AWS takes. Default: ${DEFAULT-VALUE}.")
  private Delays delays = Delays.LAB;

  @Option(
      names = "--engine",
      paramLabel = "mariadb|postgresql",
      description = "The database's engine. Default: ${DEFAULT-VALUE}.")
  private EngineName engine = EngineName.MARIADB;

  @Option(names = "--report", paramLabel = "FILE", description = "Write a report as JSON.")
  private @Nullable Path report;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance.")
  private long seed = 1;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out, onTerminal());
    progress.plain(delays.explanation());
    progress.plain("starting a %s writer and two replicas ...".formatted(engine.title()));
    try (Stage stage = new Stage(delays, engine.dialect(), seed)) {
      Report made = new Demo(stage, delays, progress, this::consents).play();
      summarise(progress, made);
      if (report != null) {
        made.writeTo(report);
      }
      return 0;
    } catch (LabException e) {
      spec.commandLine().getErr().println("drawbridge: " + e.getMessage() + because(e));
      spec.commandLine().getErr().flush();
      return 1;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // null was seen on JDK 25 without a controlling terminal
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static String because(LabException failure) {
    return failure.getCause() == null ? "" : ": " + failure.getCause();
  }

  private static void summarise(Progress progress, Report made) {
    progress.plain("");
    progress.plain(
        "%s in %.1f s, %d state transitions, %d worker calls"
            .formatted(
                made.onboarding().status(),
                made.onboarding().seconds(),
                made.onboarding().stateTransitions(),
                made.onboarding().apiCalls().values().stream().mapToLong(n -> n).sum()));
    progress.plain(
        "write to %s:%d, read from %s:%d"
            .formatted(
                made.path().writer().host(),
                made.path().writer().port(),
                made.path().reader().host(),
                made.path().reader().port()));
  }

  private boolean consents(String question) {
    if (yes) {
      return true;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print("Approve question " + question + "? [y/N] ");
    out.flush();
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line != null && line.strip().equalsIgnoreCase("y");
    } catch (IOException e) {
      return false;
    }
  }
}
