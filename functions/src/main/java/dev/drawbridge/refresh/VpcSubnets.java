package dev.drawbridge.refresh;

import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.runtime.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The subnets of each VPC, remembered as long as this environment lives. */
final class VpcSubnets {
  private final Networks networks;
  private final Map<String, List<Subnet>> known = new HashMap<>();

  VpcSubnets(Environment environment) {
    this.networks = new Networks(environment.clients());
  }

  /** Those that were there when it was asked; empty if it never was. Calls: none. */
  Optional<List<Subnet>> known(String vpc) {
    return Optional.ofNullable(known.get(vpc));
  }

  /** Those that are there now. Calls: 1. */
  List<Subnet> ask(String vpc) {
    List<Subnet> there = networks.subnets(vpc);
    known.put(vpc, there);
    return there;
  }
}
