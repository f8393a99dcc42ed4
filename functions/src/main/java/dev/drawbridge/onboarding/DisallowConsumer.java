package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.exposure.ConsumerIngress;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes back what AllowConsumer gave, as far as it is there. A consumer with an endpoint that is
 * connected keeps it: a failed second run must not harm the first.
 */
public final class DisallowConsumer extends Worker<DisallowConsumer.Input, Disallowance> {
  /** Input of DisallowConsumer. */
  public record Input(
      OnboardingKey key,
      String serviceId,
      String loadBalancerSecurityGroupId,
      int readerPort,
      int writerPort,
      String executionArn) {}

  private final Connections connections;
  private final Holds holds;
  private final LiveApprovals live;
  private final EndpointServices services;
  private final ConsumerIngress ingress;

  public DisallowConsumer() {
    this(Environment.lambda());
  }

  public DisallowConsumer(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.live = Stores.liveApprovals(environment);
    this.connections = new Connections(environment.clients());
    this.services = new EndpointServices(environment.clients());
    this.ingress = new ConsumerIngress(environment);
  }

  @Override
  public Disallowance handle(Input input) {
    holds.await(input.key().databaseArn());
    if (connected(input)) {
      return new Disallowance(false);
    }
    String principal = input.key().principal();
    if (services.principals(input.serviceId()).contains(principal)) {
      services.disallow(input.serviceId(), principal);
    }
    ingress.leave(input.key(), entrance(input), input.executionArn());
    return new Disallowance(true);
  }

  private static ConsumerIngress.Entrance entrance(Input input) {
    return new ConsumerIngress.Entrance(
        input.key().databaseArn(),
        input.loadBalancerSecurityGroupId(),
        List.of(input.readerPort(), input.writerPort()));
  }

  /**
   * What AWS says, not what was on record: who has left by itself keeps nothing. Nor does one
   * principal keep what another of its account was let in by: AWS tells an endpoint's account only.
   */
  private boolean connected(Input input) {
    Set<String> others = onlyOfOthers(input.key());
    return connections.of(input.serviceId(), input.key().consumerAccountId()).stream()
        .filter(connection -> !others.contains(connection.endpointId()))
        .anyMatch(connection -> connection.state().accepted());
  }

  private Set<String> onlyOfOthers(OnboardingKey key) {
    List<ApprovalSubject> yeses =
        live.eachOfDatabase(key.databaseArn()).values().stream()
            .map(LiveApproval::subject)
            .toList();
    Set<String> own =
        yeses.stream()
            .filter(subject -> subject.key().equals(key))
            .map(ApprovalSubject::endpointId)
            .collect(Collectors.toSet());
    return yeses.stream()
        .map(ApprovalSubject::endpointId)
        .filter(endpoint -> !own.contains(endpoint))
        .collect(Collectors.toSet());
  }
}
