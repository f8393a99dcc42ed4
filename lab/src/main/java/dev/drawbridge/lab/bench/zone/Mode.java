package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.elbv2.ElbThrottling;
import dev.drawbridge.simulator.operation.Bucket;
import java.util.Locale;

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
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What every failover takes one call of. */
  Bucket bucket() {
    ElbThrottling throttling = Settings.published().elb().throttling();
    return this == REPOINT ? throttling.mutation() : throttling.registration();
  }

  RequestText request(RequestText owner) {
    return owner.with("instancePorts", instancePorts).with("switching", switching);
  }
}
