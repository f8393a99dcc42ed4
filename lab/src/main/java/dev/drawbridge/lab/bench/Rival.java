package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * Another way to follow the writer: a function that looks one name up.
 *
 * @param source what it was modelled after
 * @param polls whether it is invoked every five minutes
 * @param onEvents whether it is invoked by events of failovers
 * @param lookedUp the name that it looks up
 */
record Rival(
    String name,
    String source,
    boolean polls,
    boolean onEvents,
    Function<Exposure, String> lookedUp)
    implements Policy {
  private static final String FUNCTION = "rival";
  private static final String FAILOVERS =
      "{\"source\": [\"aws.rds\"], \"detail\": {\"EventCategories\": [\"failover\", \"failure\"]}}";

  @Override
  public void start(Exposure exposure) {
    Scenario scenario = exposure.scenario();
    LookUp lookUp = LookUp.of(exposure, lookedUp.apply(exposure));
    scenario
        .world()
        .lambda()
        .create(
            Scenario.PROVIDER.account(),
            Scenario.PROVIDER.region(),
            FUNCTION,
            FunctionSettings.withRole(FUNCTION).timeout(Duration.ofMinutes(1)),
            () -> lookUp);
    EventBridgeClient events = scenario.installation().clientsOf("deployer").eventBridge();
    events.disableRule(r -> r.name("TriggerRefreshRule"));
    if (polls) {
      events.putRule(r -> r.name("every-5-minutes").scheduleExpression("rate(5 minutes)"));
      target(scenario, events, "every-5-minutes");
    }
    if (onEvents) {
      events.putRule(r -> r.name("failovers").eventPattern(FAILOVERS));
      target(scenario, events, "failovers");
    }
  }

  private static void target(Scenario scenario, EventBridgeClient events, String rule) {
    String arn = Scenario.PROVIDER.arn("lambda", "function:" + FUNCTION);
    scenario
        .world()
        .lambda()
        .permissions()
        .allow(arn, "events.amazonaws.com", Scenario.PROVIDER.arn("events", "rule/" + rule));
    events.putTargets(r -> r.rule(rule).targets(Target.builder().id(FUNCTION).arn(arn).build()));
  }
}
