package dev.drawbridge.model;

import java.util.List;
import java.util.Objects;
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
 * @param purpose what for, as the requester states it; empty if it was not stated
 * @param validUntil the last day, in UTC, that the yes is for; empty if it has no end
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
    @Nullable InstancePortRange instancePorts,
    String purpose,
    String validUntil) {

  public ApprovalSubject {
    consumerCidrs = List.copyOf(consumerCidrs);
    // An earlier release asked for neither.
    purpose = Objects.requireNonNullElse(purpose, "");
    validUntil = Objects.requireNonNullElse(validUntil, "");
  }

  /** The same of an exposure with these settings. */
  public ApprovalSubject under(ExposureSettings settings) {
    return new ApprovalSubject(
        key,
        serviceId,
        endpointId,
        settings.enforcement(),
        consumerCidrs,
        databaseResourceId,
        settings.readerPort() == null ? readerPort : settings.readerPort(),
        settings.writerPort() == null ? writerPort : settings.writerPort(),
        settings.instanceRange(),
        purpose,
        validUntil);
  }

  /** The same of another database, which stands in the place of the one that was approved. */
  public ApprovalSubject of(String resourceId) {
    return new ApprovalSubject(
        key,
        serviceId,
        endpointId,
        enforcement,
        consumerCidrs,
        resourceId,
        readerPort,
        writerPort,
        instancePorts,
        purpose,
        validUntil);
  }

  /** The account that must own the endpoint. */
  public String consumerAccountId() {
    return key.consumerAccountId();
  }
}
