package dev.drawbridge.model;

import java.util.List;

/**
 * What a person says yes or no to. If any of it differs after the wait, the person is asked again.
 *
 * @param key whose path to which database
 * @param endpointId the one endpoint that may be accepted
 * @param serviceId whose service it must ask for
 */
public record ApprovalSubject(
    OnboardingKey key,
    String serviceId,
    String endpointId,
    Enforcement enforcement,
    List<String> consumerCidrs) {

  public ApprovalSubject {
    consumerCidrs = List.copyOf(consumerCidrs);
  }

  /** The account that must own the endpoint. */
  public String consumerAccountId() {
    return key.consumerAccountId();
  }
}
