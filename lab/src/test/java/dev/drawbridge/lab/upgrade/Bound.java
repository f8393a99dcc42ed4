package dev.drawbridge.lab.upgrade;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.workflows.StateMachine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A definition as the deployment writes it. */
final class Bound {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

  private Bound() {}

  /** A worker that a release names has to be there as long as its executions may wait. */
  static String to(Scenario scenario, String definition) {
    return PLACEHOLDER
        .matcher(definition)
        .replaceAll(found -> Matcher.quoteReplacement(standsFor(scenario, found.group(1))));
  }

  private static String standsFor(Scenario scenario, String placeholder) {
    return placeholder.equals(StateMachine.PARTITION)
        ? Scenario.PROVIDER.partition()
        : scenario.installation().arn(placeholder);
  }
}
