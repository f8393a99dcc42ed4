package dev.drawbridge.runtime;

import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.plan.AuditEntry;
import java.time.InstantSource;

/**
 * Runs that somebody orders, or a date. Each is on record before it is started: an order that
 * nobody knows of must not be carried out.
 */
public final class OrderedRuns {
  private final Runs runs;
  private final Records records;
  private final InstantSource clock;

  private OrderedRuns(Environment environment, Runs runs) {
    this.runs = runs;
    this.records = Stores.records(environment);
    this.clock = environment.clock();
  }

  public static OrderedRuns onboarding(Environment environment) {
    return new OrderedRuns(environment, Stores.onboardingRuns(environment));
  }

  public static OrderedRuns offboarding(Environment environment) {
    return new OrderedRuns(environment, Stores.offboardingRuns(environment));
  }

  /**
   * Records the order and starts its run. Calls: 2.
   *
   * @param name one that nobody can have taken beforehand
   * @return the run's ARN
   */
  public String start(String name, AuditEntry order, String input) {
    String arn = runs.arn(name);
    records.add(order.run(arn).at(clock.instant()));
    runs.start(name, input);
    return arn;
  }
}
