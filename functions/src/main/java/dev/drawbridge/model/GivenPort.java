package dev.drawbridge.model;

/** The port of an instance that a consumer was given to connect to: it stands in its strings. */
public record GivenPort(String instance, int port) {
  @Override
  public String toString() {
    return "port %d of %s".formatted(port, instance);
  }
}
