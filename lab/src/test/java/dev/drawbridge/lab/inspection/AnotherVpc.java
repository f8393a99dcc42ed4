package dev.drawbridge.lab.inspection;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.ec2.VpcRecord;
import java.util.List;

/** A second VPC of the provider's, in which databases may stand: no load balancer leads there. */
final class AnotherVpc {
  /** Its DB subnet group. */
  static final String SUBNET_GROUP = "elsewhere";

  private AnotherVpc() {}

  static VpcRecord create(Scenario scenario) {
    var ec2 = scenario.world().ec2();
    VpcRecord vpc = ec2.createVpc(Scenario.PROVIDER, "127.90.0.0/16");
    List<String> subnets =
        List.of(
            ec2.createSubnet(vpc, "127.90.1.0/24", "eu-central-1a").id(),
            ec2.createSubnet(vpc, "127.90.2.0/24", "eu-central-1b").id());
    scenario
        .world()
        .rds()
        .subnetGroup(
            Scenario.PROVIDER.account(), Scenario.PROVIDER.region(), SUBNET_GROUP, subnets);
    return vpc;
  }
}
