package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.lab.scenario.RequestText;

/** How the databases are exposed. */
public enum Mode {
  /** The writer's port follows by a registration. */
  REGISTER(false, "register"),
  /** The same, and each instance has a port of its own. */
  INSTANCE_PORTS(true, "register"),
  /** The writer's port is led to the port of the new writer. */
  REPOINT(true, "repoint");

  private final boolean instancePorts;
  private final String switching;

  Mode(boolean instancePorts, String switching) {
    this.instancePorts = instancePorts;
    this.switching = switching;
  }

  /** As in documents: {@code instance-ports}. */
  public String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  RequestText request(RequestText owner) {
    return owner.with("instancePorts", instancePorts).with("switching", switching);
  }
}
