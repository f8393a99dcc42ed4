package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns away the endpoint of a failed attempt. Only one that still waits: whatever was accepted, by
 * this attempt or an earlier one, stays connected. Nor one that another onboarding of the account
 * asks about: a no to one principal is none to another.
 */
public final class RejectConnection extends Worker<RejectConnection.Input, Rejection> {
  /**
   * Input of RejectConnection.
   *
   * @param key whose attempt failed; null in a run of an earlier release
   */
  public record Input(
      @Nullable OnboardingKey key, String consumerAccountId, String serviceId, String endpointId) {}

  private final Connections connections;
  private final Waits waits;
  private final Holds holds;

  public RejectConnection() {
    this(Environment.lambda());
  }

  public RejectConnection(Environment environment) {
    super(Input.class);
    this.connections = new Connections(environment.clients());
    this.waits = Stores.waits(environment);
    this.holds = Stores.holds(environment);
  }

  @Override
  public Rejection handle(Input input) {
    if (input.key() != null) {
      holds.await(input.key().databaseArn());
    }
    Optional<Connection> waiting =
        EndpointFate.find(
                connections.of(input.serviceId(), input.consumerAccountId()), input.endpointId())
            .filter(connection -> connection.state().waits())
            .filter(connection -> !askedByAnother(input));
    waiting.ifPresent(connection -> connections.reject(input.serviceId(), connection.endpointId()));
    return new Rejection(waiting.isPresent());
  }

  private boolean askedByAnother(Input input) {
    return waits.all().values().stream()
        .filter(wait -> !wait.key().equals(input.key()))
        .map(Wait::question)
        .filter(Objects::nonNull)
        .anyMatch(question -> question.endpointId().equals(input.endpointId()));
  }
}
