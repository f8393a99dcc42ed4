package dev.drawbridge.onboarding;

import dev.drawbridge.model.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of a consumer's endpoints a run goes on with. */
public final class EndpointChoice {
  private static final Comparator<Connection> OLDEST =
      Comparator.comparing(Connection::createdAt).thenComparing(Connection::endpointId);

  private EndpointChoice() {}

  /**
   * The oldest endpoint of {@code ownerAccountId} that waits for us; else one that is accepted
   * already, so that a run after a failed one finds its way. Endpoints of other accounts are never
   * chosen.
   *
   * @param acceptedEndpointId the endpoint that an earlier attempt accepted after approval
   */
  public static Optional<ConsumerEndpoint> choose(
      List<Connection> connections, String ownerAccountId, @Nullable String acceptedEndpointId) {
    List<Connection> theirs =
        connections.stream()
            .filter(connection -> connection.ownerAccountId().equals(ownerAccountId))
            .sorted(OLDEST)
            .toList();
    return theirs.stream()
        .filter(connection -> connection.state().waits())
        .findFirst()
        .or(() -> theirs.stream().filter(connection -> connection.state().accepted()).findFirst())
        .map(
            connection ->
                new ConsumerEndpoint(
                    connection.endpointId(),
                    connection.ownerAccountId(),
                    connection.state().awsName(),
                    connection.createdAt(),
                    connection.state().accepted()
                        && connection.endpointId().equals(acceptedEndpointId)));
  }
}
