package dev.drawbridge.onboarding;

import dev.drawbridge.model.Connection;
import dev.drawbridge.model.EndpointClaims;
import dev.drawbridge.model.OnboardingKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which of a consumer's endpoints a run goes on with. */
public final class EndpointChoice {
  private static final Comparator<Connection> OLDEST =
      Comparator.comparing(Connection::createdAt).thenComparing(Connection::endpointId);

  private EndpointChoice() {}

  /**
   * The oldest endpoint of the consumer's account that waits for us, one that is claimed for this
   * onboarding first; else one that is accepted already, so that a run after a failed one finds its
   * way. Endpoints of other accounts are never chosen, nor those that the account has claimed for
   * another of its principals alone.
   *
   * @param claimed asked only if the account has an endpoint at all
   * @param acceptedEndpointId the endpoint that an earlier attempt accepted after approval
   */
  public static Optional<ConsumerEndpoint> choose(
      List<Connection> connections,
      OnboardingKey key,
      Supplier<EndpointClaims> claimed,
      @Nullable String acceptedEndpointId) {
    List<Connection> usable =
        connections.stream()
            .filter(connection -> connection.ownerAccountId().equals(key.consumerAccountId()))
            .filter(connection -> connection.state().stands())
            .toList();
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    EndpointClaims claims = claimed.get();
    Comparator<Connection> claimedFirst =
        Comparator.comparing(
            connection -> !claims.claimedFor(connection.endpointId(), key.principal()));
    List<Connection> theirs =
        usable.stream()
            .filter(
                connection ->
                    connection.endpointId().equals(acceptedEndpointId)
                        || claims.another(connection.endpointId(), key.principal()).isEmpty())
            .sorted(claimedFirst.thenComparing(OLDEST))
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
