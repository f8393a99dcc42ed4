package dev.drawbridge.onboarding;

import dev.drawbridge.aws.privatelink.ConsumerRules;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets one account create an endpoint: exactly that account, never a wildcard. That this may have
 * happened is on record since the claim was written, so a lost reply leaves nothing behind.
 */
public final class AllowConsumer extends Worker<AllowConsumer.Input, Invitation> {
  /**
   * Input of AllowConsumer.
   *
   * @param loadBalancerSecurityGroupId where the consumer's rules go, with enforcement on
   */
  public record Input(
      OnboardingKey key,
      Provider provider,
      String serviceId,
      String serviceName,
      String loadBalancerSecurityGroupId,
      Enforcement enforcement,
      List<String> consumerCidrs,
      int readerPort,
      int writerPort) {

    public Input {
      consumerCidrs = List.copyOf(consumerCidrs);
    }
  }

  private final EndpointServices services;
  private final ConsumerRules rules;

  public AllowConsumer() {
    this(Environment.lambda());
  }

  public AllowConsumer(Environment environment) {
    super(Input.class);
    this.services = new EndpointServices(environment.clients());
    this.rules = new ConsumerRules(environment.clients());
  }

  @Override
  public Invitation handle(Input input) {
    if (input.enforcement() == Enforcement.ON) {
      admitAddresses(input);
    }
    services.allow(input.serviceId(), input.key().principal());
    return new Invitation(
        "Account %s may now create an interface endpoint to service %s in %s."
            .formatted(
                input.key().consumerAccountId(), input.serviceName(), input.provider().region()));
  }

  /** Creates what is missing, then deletes what is left over from an earlier request. */
  private void admitAddresses(Input input) {
    String group = input.loadBalancerSecurityGroupId();
    Set<ConsumerRules.Rule> wanted =
        input.consumerCidrs().stream()
            .flatMap(
                cidr ->
                    Stream.of(input.readerPort(), input.writerPort())
                        .map(port -> new ConsumerRules.Rule(port, cidr)))
            .collect(Collectors.toSet());
    Map<String, ConsumerRules.Rule> there = rules.of(group, input.key().consumerAccountId());
    Set<ConsumerRules.Rule> missing = new HashSet<>(wanted);
    missing.removeAll(there.values());
    if (!missing.isEmpty()) {
      rules.add(group, input.key().consumerAccountId(), missing);
    }
    Set<String> leftOver =
        there.entrySet().stream()
            .filter(rule -> !wanted.contains(rule.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!leftOver.isEmpty()) {
      rules.remove(group, leftOver);
    }
  }
}
