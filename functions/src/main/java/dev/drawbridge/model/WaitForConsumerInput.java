package dev.drawbridge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input of WaitForConsumer.
 *
 * @param acceptedEndpointId the endpoint that an earlier attempt accepted, if any
 * @param message why the run waits, for people
 */
public record WaitForConsumerInput(
    TaskToken taskToken,
    String databaseIdentifier,
    String consumerAccountId,
    String executionArn,
    String serviceId,
    String serviceName,
    List<String> availabilityZoneIds,
    @Nullable String acceptedEndpointId,
    String message) {

  public WaitForConsumerInput {
    availabilityZoneIds = List.copyOf(availabilityZoneIds);
  }

  public OnboardingKey key() {
    return new OnboardingKey(databaseIdentifier, consumerAccountId);
  }
}
