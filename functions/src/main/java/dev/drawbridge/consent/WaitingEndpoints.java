package dev.drawbridge.consent;

import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.EndpointClaims;
import dev.drawbridge.model.WaitingEndpoint;
import dev.drawbridge.runtime.Environment;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoints of an account wait for a yes, so that whoever answers sees whether another could
 * be meant. Calls: 1 to EC2, and those of {@link ClaimedEndpoints}.
 */
final class WaitingEndpoints {
  /** More tell nobody anything, and a question has to stay small. */
  private static final int MOST = 20;

  private final Connections connections;
  private final ClaimedEndpoints claimed;

  WaitingEndpoints(Environment environment) {
    this.connections = new Connections(environment.clients());
    this.claimed = new ClaimedEndpoints(environment);
  }

  /**
   * What AWS lists of an account.
   *
   * @param region where the endpoint is that is asked about; null if it is not listed
   */
  record Listed(List<WaitingEndpoint> waiting, @Nullable String region) {}

  Listed of(ApprovalSubject subject) {
    EndpointClaims claims = claimed.of(subject.key());
    List<Connection> all = connections.of(subject.serviceId(), subject.consumerAccountId());
    return new Listed(
        first(all, subject.endpointId()).stream()
            .map(connection -> endpoint(connection, claims, subject.key().principal()))
            .toList(),
        all.stream()
            .filter(connection -> connection.endpointId().equals(subject.endpointId()))
            .map(Connection::region)
            .findFirst()
            .orElse(null));
  }

  /**
   * Those that wait, the one that is asked about first: however many wait, it is never left out.
   */
  static List<Connection> first(List<Connection> all, String asked) {
    return all.stream()
        .filter(connection -> connection.state().waits())
        .sorted(
            Comparator.comparing((Connection each) -> !each.endpointId().equals(asked))
                .thenComparing(Connection::createdAt))
        .limit(MOST)
        .toList();
  }

  private static WaitingEndpoint endpoint(
      Connection connection, EndpointClaims claims, String principal) {
    String id = connection.endpointId();
    return new WaitingEndpoint(
        id,
        connection.createdAt(),
        claims.claimedFor(id, principal) ? principal : claims.another(id, principal).orElse(""));
  }
}
