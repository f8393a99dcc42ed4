package dev.drawbridge.lab.cli;

import dev.drawbridge.onboarding.OnboardingResult.Cost;
import dev.drawbridge.onboarding.Prices;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drawbridge advise}: calls nobody. */
@Command(
    name = "advise",
    description = "Say what paths to one database cost a month, and when something else is better.",
    mixinStandardHelpOptions = true)
final class Advise implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--consumers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Accounts with an endpoint each (default: ${DEFAULT-VALUE}).")
  private int consumers;

  @Option(
      names = "--zones",
      paramLabel = "N",
      defaultValue = "3",
      description = "Zones of each endpoint (default: ${DEFAULT-VALUE}).")
  private int zones;

  @Option(
      names = "--gigabytes",
      paramLabel = "N",
      defaultValue = "100",
      description = "What each carries a month, both ways (default: ${DEFAULT-VALUE}).")
  private int gigabytes;

  @Override
  public Integer call() {
    require("--consumers", consumers, 1, 1_000);
    require("--zones", zones, 1, 6);
    require("--gigabytes", gigabytes, 0, 1_000_000);
    Cost cost = Prices.published().of(zones);
    PrintWriter out = spec.commandLine().getOut();
    new Advice(cost, consumers, zones, gigabytes).lines().forEach(out::println);
    out.flush();
    return 0;
  }

  private void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s: %d is not from %d to %d".formatted(option, value, least, most));
    }
  }
}
