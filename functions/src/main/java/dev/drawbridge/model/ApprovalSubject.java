package dev.drawbridge.model;

import java.util.List;

/**
 * What a person says yes or no to. If any of it differs after the wait, the person is asked again.
 *
 * @param endpointId the one endpoint that may be accepted
 * @param consumerAccountId who must own it
 * @param serviceId whose service it must ask for
 */
public record ApprovalSubject(
    String databaseIdentifier,
    String consumerAccountId,
    String serviceId,
    String endpointId,
    Enforcement enforcement,
    List<String> consumerCidrs) {

  public ApprovalSubject {
    consumerCidrs = List.copyOf(consumerCidrs);
  }

  public OnboardingKey key() {
    return new OnboardingKey(databaseIdentifier, consumerAccountId);
  }
}
