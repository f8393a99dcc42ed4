package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.operation.ServiceError;

/**
 * How a target group checks its targets.
 *
 * @param port {@code traffic-port} or a number
 * @param intervalSeconds between two checks
 * @param timeoutSeconds after which a check has failed
 * @param healthy checks passed until an unhealthy target is healthy again
 * @param unhealthy checks failed until a target is unhealthy
 */
record HealthCheck(
    String port, int intervalSeconds, int timeoutSeconds, int healthy, int unhealthy) {

  /**
   * Checks the ranges (API reference of CreateTargetGroup).
   *
   * @throws ServiceError ValidationError
   */
  HealthCheck checked() {
    range("Health check interval", intervalSeconds, 5, 300);
    range("Health check timeout", timeoutSeconds, 2, 120);
    range("Healthy threshold count", healthy, 2, 10);
    range("Unhealthy threshold count", unhealthy, 2, 10);
    if (timeoutSeconds > intervalSeconds) {
      throw ServiceError.client(
          "ValidationError",
          "Health check interval must be greater than or equal to the timeout (%d < %d)"
              .formatted(intervalSeconds, timeoutSeconds));
    }
    boolean number =
        port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65535;
    if (!port.equals("traffic-port") && !number) {
      throw ServiceError.client(
          "ValidationError", "Health check port '%s' is not valid".formatted(port));
    }
    return this;
  }

  /** The port that is checked on a target registered with {@code targetPort}. */
  int portOf(int targetPort) {
    return port.equals("traffic-port") ? targetPort : Integer.parseInt(port);
  }

  private static void range(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw ServiceError.client(
          "ValidationError",
          "%s '%d' must be between %d and %d".formatted(what, value, least, most));
    }
  }
}
