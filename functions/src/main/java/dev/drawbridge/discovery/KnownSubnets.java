package dev.drawbridge.discovery;

import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.model.Subnet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subnets of VPCs, remembered for a while: a refresh needs them to tell an address's zone. */
final class KnownSubnets {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private record Read(List<Subnet> subnets, Instant at) {}

  private final Networks networks;
  private final InstantSource clock;
  private final Map<String, Read> known = new HashMap<>();

  KnownSubnets(Networks networks, InstantSource clock) {
    this.networks = networks;
    this.clock = clock;
  }

  List<Subnet> of(String vpcId) {
    Instant now = clock.instant();
    Read read = known.get(vpcId);
    if (read == null || !now.isBefore(read.at().plus(REMEMBERED))) {
      read = new Read(networks.subnets(vpcId), now);
      known.put(vpcId, read);
    }
    return read.subnets();
  }
}
