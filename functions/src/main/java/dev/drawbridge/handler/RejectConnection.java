package dev.drawbridge.handler;

import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.RejectConnectionInput;
import dev.drawbridge.model.Rejection;
import dev.drawbridge.plan.EndpointFate;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.Optional;

/**
 * Turns away the endpoint of a failed attempt. Only one that still waits: whatever was accepted, by
 * this attempt or an earlier one, stays connected.
 */
public final class RejectConnection extends Worker<RejectConnectionInput, Rejection> {
  private final Connections connections;

  public RejectConnection() {
    this(Environment.lambda());
  }

  public RejectConnection(Environment environment) {
    super(RejectConnectionInput.class);
    this.connections = new Connections(environment.clients());
  }

  @Override
  public Rejection handle(RejectConnectionInput input) {
    Optional<Connection> waiting =
        EndpointFate.find(
                connections.of(input.serviceId(), input.consumerAccountId()), input.endpointId())
            .filter(connection -> connection.state().waits());
    waiting.ifPresent(connection -> connections.reject(input.serviceId(), connection.endpointId()));
    return new Rejection(waiting.isPresent());
  }
}
