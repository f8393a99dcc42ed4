package dev.drawbridge.simulator.dns;

import dev.drawbridge.simulator.network.Names;
import java.time.Duration;
import java.util.List;

/**
 * Puts the names of load balancers and VPC endpoints into the public view.
 *
 * @param ttl their time to live; 60 s on AWS
 */
public record PublishedNames(Zones zones, Duration ttl) implements Names {

  @Override
  public void put(String name, List<String> addresses) {
    zones.put(name, new DnsRecord.Addresses(addresses, ttl));
  }

  @Override
  public void remove(String name) {
    zones.remove(name);
  }
}
