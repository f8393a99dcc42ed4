package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.demo.Delays;
import dev.drawbridge.lab.kills.KillsBench;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drawbridge bench kills}. */
@Command(
    name = "kills",
    description =
        "Kill the writer of real database servers, through the ports of instances and the writer's.",
    mixinStandardHelpOptions = true)
final class BenchKills implements Callable<Integer> {
  /** Of the onboarding, or a kill, where AWS's delays are as published; the lab's are shorter. */
  private static final Duration LONGEST_ON_AWS = Duration.ofMinutes(20);

  private static final Duration LONGEST_IN_LAB = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;

  @Option(names = "--runs", description = "Kills of each kind (${DEFAULT-VALUE}).")
  private int runs = 3;

  @Mixin private WorldOptions world;

  @Override
  public Integer call() {
    if (runs < 1) {
      throw new ParameterException(spec.commandLine(), "--runs must be 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s, %d kills of each kind, seed %d; %s.%n%n",
        world.engine().title(), runs, world.seed(), world.delays().explanation());
    boolean kept = new KillsBench(runs, world.seed(), longest(), world::stage, out).print();
    if (!kept) {
      spec.commandLine().getErr().println("drawbridge: an acknowledged write is not there");
      spec.commandLine().getErr().flush();
    }
    return kept ? 0 : 1;
  }

  private Duration longest() {
    return world.delays() == Delays.AWS ? LONGEST_ON_AWS : LONGEST_IN_LAB;
  }
}
