package dev.drawbridge.onboarding;

import java.util.List;

/**
 * Output of VerifyAccess: the path as AWS shows it from the provider's side. It proves nothing
 * about the consumer's side: neither their security groups, nor their routes, nor their passwords.
 *
 * @param dnsName the endpoint's regional name, where the consumer connects
 * @param verified what was checked, in words
 */
public record Access(
    String endpointId,
    String ownerAccountId,
    String endpointState,
    String dnsName,
    List<String> verified) {
  public Access {
    verified = List.copyOf(verified);
  }
}
