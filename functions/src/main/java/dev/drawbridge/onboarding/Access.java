package dev.drawbridge.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Output of VerifyAccess: the path as AWS shows it from the provider's side. It proves nothing
 * about the consumer's side: neither their security groups, nor their routes, nor their passwords.
 *
 * @param dnsName the endpoint's regional name, where the consumer connects
 * @param endpointRegion where the endpoint is; null in a run of an earlier release
 * @param verified what was checked, in words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Access(
    String endpointId,
    String ownerAccountId,
    String endpointState,
    String dnsName,
    @Nullable String endpointRegion,
    List<String> verified) {
  public Access {
    verified = List.copyOf(verified);
  }
}
