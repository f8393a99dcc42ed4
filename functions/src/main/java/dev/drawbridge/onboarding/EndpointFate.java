package dev.drawbridge.onboarding;

import dev.drawbridge.model.Connection;
import java.util.List;
import java.util.Optional;

/** What became of an endpoint. */
public final class EndpointFate {
  private EndpointFate() {}

  /** The endpoint as AWS lists it, if it does. */
  public static Optional<Connection> find(List<Connection> connections, String endpointId) {
    return connections.stream()
        .filter(connection -> connection.endpointId().equals(endpointId))
        .findFirst();
  }

  /** Why the endpoint will never be of use, in words; empty while it may be. */
  public static Optional<String> gone(List<Connection> connections, String endpointId) {
    Optional<Connection> found = find(connections, endpointId);
    if (found.isEmpty()) {
      return Optional.of(
          "endpoint %s is not there any more; the consumer has to create another"
              .formatted(endpointId));
    }
    return found
        .filter(connection -> connection.state().gone())
        .map(
            connection ->
                "endpoint %s is %s; the consumer has to create another"
                    .formatted(endpointId, connection.state().awsName()));
  }
}
