package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The requests that resources were made with: a client token stands for one request only (EC2 API
 * Reference, Ensuring idempotency).
 */
final class ClientTokens {
  private final Map<String, SdkPojo> byResource = new HashMap<>();

  /** Remembers what the resource was made with. */
  void keep(String resourceId, SdkPojo request) {
    byResource.put(resourceId, request);
  }

  /**
   * Holds a repeated request against that which made the resource.
   *
   * @throws ServiceError IdempotentParameterMismatch when they differ
   */
  void check(String resourceId, SdkPojo request) {
    if (!request.equals(byResource.get(resourceId))) {
      throw ServiceError.client(
          "IdempotentParameterMismatch",
          "The request uses the same client token as a previous, but non-identical request.");
    }
  }
}
