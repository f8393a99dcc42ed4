package dev.drawbridge.simulator.sns;

/**
 * A service that publishes in the name of a resource.
 *
 * @param service its principal, for example {@code vpce.amazonaws.com}
 * @param account whose resource it is
 * @param sourceArn the resource
 */
public record Publisher(String service, String account, String sourceArn) {}
