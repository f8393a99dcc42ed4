package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.WaitingEndpoint;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.Comparator;
import java.util.List;

/**
 * Which endpoints of an account wait for a yes, so that whoever answers sees whether another could
 * be meant. Calls: 1 to EC2, 1 to the table.
 */
final class WaitingEndpoints {
  /** More tell nobody anything, and a question has to stay small. */
  private static final int MOST = 20;

  private final Connections connections;
  private final Onboardings onboardings;

  WaitingEndpoints(Environment environment) {
    this.connections = new Connections(environment.clients());
    this.onboardings = Stores.onboardings(environment);
  }

  List<WaitingEndpoint> of(ApprovalSubject subject) {
    List<String> claimed =
        onboardings
            .find(OnboardingId.of(subject.key()))
            .map(onboarding -> onboarding.claimedEndpoints())
            .orElse(List.of());
    return connections.of(subject.serviceId(), subject.consumerAccountId()).stream()
        .filter(connection -> connection.state().waits())
        .sorted(Comparator.comparing(Connection::createdAt))
        .map(connection -> endpoint(connection, claimed, subject.key()))
        .limit(MOST)
        .toList();
  }

  private static WaitingEndpoint endpoint(
      Connection connection, List<String> claimed, OnboardingKey key) {
    return new WaitingEndpoint(
        connection.endpointId(),
        connection.createdAt(),
        claimed.contains(connection.endpointId()) ? key.principal() : "");
  }
}
