package dev.drawbridge.simulator.sns;

/**
 * A service that publishes in the name of a resource.
 *
 * @param service its principal, for example {@code vpce.amazonaws.com}
 * @param sourceArn the resource
 */
public record Publisher(String service, String sourceArn) {

  /** Whose resource it is. */
  String account() {
    return sourceArn.split(":", 6)[4];
  }
}
