package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.exposure.BuildTurn;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * Decides whether what was built goes with the consumer. It takes the turn to build first, and
 * looks at the others afterwards; a new onboarding claims first and takes the turn afterwards: of
 * two that start together one sees the other.
 */
public final class DecideTeardown extends Worker<DecideTeardown.Input, Teardown> {
  /** Input of DecideTeardown. */
  public record Input(
      OnboardingKey key, boolean teardown, List<String> serviceIds, String executionArn) {
    /** Keeps a copy. */
    public Input {
      serviceIds = List.copyOf(serviceIds);
    }
  }

  private final Claims claims;
  private final BuildTurn turn;
  private final Connections connections;
  private final WaitingRuns runs;

  public DecideTeardown() {
    this(Environment.lambda());
  }

  public DecideTeardown(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.turn = new BuildTurn(environment);
    this.connections = new Connections(environment.clients());
    this.runs = new WaitingRuns(environment.clients());
  }

  @Override
  public Teardown handle(Input input) {
    if (!input.teardown()) {
      return new Teardown("NOT_ASKED", "What was built stays: the database is exposed still.");
    }
    // Before the others are looked at: whoever claims a path after that waits for its turn to
    // build.
    turn.take(input.key().databaseArn(), input.executionArn());
    boolean goes = false;
    try {
      Teardown decision = decide(input);
      goes = decision.goes();
      return decision;
    } finally {
      if (!goes) {
        turn.letGo(input.key().databaseArn(), input.executionArn()); // others are leaving, or stay
      }
    }
  }

  private Teardown decide(Input input) {
    claims.tearingDown(input.key(), input.executionArn());
    ItemsRead<Claim> all = claims.eachOfDatabase(input.key().databaseArn());
    if (!all.faults().isEmpty()) {
      return new Teardown(
          "KEPT",
          "What was built stays, since a claim on the database may be of somebody who uses it: %s; restore it or delete it, then offboard with teardown again."
              .formatted(String.join("; ", all.faults())));
    }
    return TeardownRules.decide(
        input.key(),
        all.values(),
        input.serviceIds().isEmpty() ? List.of() : connections.of(input.serviceIds()),
        runs::runs);
  }
}
