package dev.drawbridge.simulator;

import dev.drawbridge.simulator.dns.DnsRecord;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.network.Names;
import java.time.Duration;
import java.util.List;

/** Puts the names of load balancers and VPC endpoints into the zones. */
record ZoneNames(Zones zones) implements Names {
  /** "The DNS entry also specifies the time-to-live (TTL) of 60 seconds" (ELB user guide). */
  private static final Duration TTL = Duration.ofSeconds(60);

  @Override
  public void put(String name, List<String> addresses) {
    zones.put(name, new DnsRecord.Addresses(addresses, TTL));
  }

  @Override
  public void remove(String name) {
    zones.remove(name);
  }
}
