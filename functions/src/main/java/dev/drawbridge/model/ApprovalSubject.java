package dev.drawbridge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says yes or no to. If any of it differs after the wait, the person is asked again.
 *
 * @param key whose path to which database
 * @param endpointId the one endpoint that may be accepted
 * @param serviceId whose service it must ask for
 * @param databaseResourceId which of all databases that ever have the key's ARN; null in a yes, or
 *     a run, of an earlier release, as are the ports
 * @param readerPort of the listener
 * @param writerPort of the listener
 * @param instancePorts of the listeners that instances may have; null if they have none
 */
public record ApprovalSubject(
    OnboardingKey key,
    String serviceId,
    String endpointId,
    Enforcement enforcement,
    List<String> consumerCidrs,
    @Nullable String databaseResourceId,
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    @Nullable InstancePortRange instancePorts) {

  public ApprovalSubject {
    consumerCidrs = List.copyOf(consumerCidrs);
  }

  /** The account that must own the endpoint. */
  public String consumerAccountId() {
    return key.consumerAccountId();
  }
}
