package dev.drawbridge.discovery;

import dev.drawbridge.model.Subnet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The subnets of VPCs, remembered for a while: a refresh needs them to tell an address's zone. */
final class KnownSubnets {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private record Read(List<Subnet> subnets, Instant at) {}

  private final Function<String, List<Subnet>> read;
  private final InstantSource clock;
  private final Map<String, Read> known = new HashMap<>();

  /**
   * Knows none yet.
   *
   * @param read asks AWS for the subnets of a VPC
   */
  KnownSubnets(Function<String, List<Subnet>> read, InstantSource clock) {
    this.read = read;
    this.clock = clock;
  }

  List<Subnet> of(String vpcId) {
    Instant now = clock.instant();
    Read last = known.get(vpcId);
    if (last == null || !now.isBefore(last.at().plus(REMEMBERED))) {
      last = new Read(read.apply(vpcId), now);
      known.put(vpcId, last);
    }
    return last.subnets();
  }
}
