package dev.drawbridge.onboarding;

import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.model.Connection;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.Optional;

/**
 * Turns away the endpoint of a failed attempt. Only one that still waits: whatever was accepted, by
 * this attempt or an earlier one, stays connected.
 */
public final class RejectConnection extends Worker<RejectConnection.Input, Rejection> {
  /** Input of RejectConnection. */
  public record Input(String consumerAccountId, String serviceId, String endpointId) {}

  private final Connections connections;

  public RejectConnection() {
    this(Environment.lambda());
  }

  public RejectConnection(Environment environment) {
    super(Input.class);
    this.connections = new Connections(environment.clients());
  }

  @Override
  public Rejection handle(Input input) {
    Optional<Connection> waiting =
        EndpointFate.find(
                connections.of(input.serviceId(), input.consumerAccountId()), input.endpointId())
            .filter(connection -> connection.state().waits());
    waiting.ifPresent(connection -> connections.reject(input.serviceId(), connection.endpointId()));
    return new Rejection(waiting.isPresent());
  }
}
