package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/** The events that a connection notification may name. */
final class NotificationEvents {
  private static final List<String> KNOWN = List.of("Accept", "Connect", "Delete", "Reject");

  private NotificationEvents() {}

  /**
   * Checks the names.
   *
   * @throws ServiceError InvalidParameterValue
   */
  static void check(List<String> events) {
    for (String event : events) {
      if (!KNOWN.contains(event)) {
        throw ServiceError.client(
            "InvalidParameterValue",
            "Invalid connection event '%s': one of %s".formatted(event, KNOWN));
      }
    }
  }
}
