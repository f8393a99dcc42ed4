package dev.drawbridge.discovery;

import dev.drawbridge.model.Member;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.plan.Ipv4;
import java.util.List;

/**
 * Whether DNS agrees with the RDS API about where an instance is.
 *
 * <p>Both lag, in either order. An instance lives in one zone, so its address must lie in a subnet
 * of that zone. For a Multi-AZ instance this is the only sign that a failover has reached DNS: the
 * API shows no role and the name never changes.
 */
public sealed interface Agreement {

  /** The name resolved to an address in the member's zone. */
  record Agreed(String address) implements Agreement {}

  /** It did not; {@code reason} says what was seen. */
  record Disagreed(String reason) implements Agreement {}

  /** Compares what the name of {@code member} resolved to with where the API says it is. */
  static Agreement of(Member member, List<String> addresses, List<Subnet> subnets) {
    if (member.endpoint().isEmpty()) {
      return new Disagreed("RDS shows no name of %s".formatted(member.identifier()));
    }
    if (addresses.size() != 1) {
      return new Disagreed(
          addresses.isEmpty()
              ? "%s does not resolve".formatted(member.endpoint())
              : "%s resolves to %s; one address is expected"
                  .formatted(member.endpoint(), addresses));
    }
    String address = addresses.getFirst();
    List<Subnet> around =
        subnets.stream().filter(subnet -> Ipv4.contains(subnet.cidr(), address)).toList();
    if (around.isEmpty()) {
      return new Disagreed(
          "%s resolves to %s, outside the subnets of its VPC, as the name of a publicly accessible instance does"
              .formatted(member.endpoint(), address));
    }
    if (around.stream().noneMatch(subnet -> subnet.zone().equals(member.zone()))) {
      return new Disagreed(
          "%s resolves to %s in zone %s; RDS says that %s is in %s"
              .formatted(
                  member.endpoint(),
                  address,
                  around.getFirst().zone(),
                  member.identifier(),
                  member.zone()));
    }
    return new Agreed(address);
  }
}
