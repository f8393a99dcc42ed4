package dev.drawbridge.lab.scenario;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.network.PathResult;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * The account whose application needs a database: a VPC of three subnets and a security group that
 * lets the application reach its endpoints.
 *
 * @param appAddress the address of the application's host
 */
public record ConsumerSite(
    Simulator world,
    Caller account,
    VpcRecord vpc,
    List<SubnetRecord> subnets,
    SecurityGroupRecord endpointGroup,
    String appAddress,
    Clients clients) {

  /**
   * Builds the site.
   *
   * @param network the first two bytes of its addresses, for example {@code 127.20}
   * @param clients AWS clients of the account
   */
  public static ConsumerSite build(
      Simulator world, Caller account, String network, Clients clients) {
    VpcRecord vpc = world.ec2().createVpc(account, network + ".0.0/16");
    List<SubnetRecord> subnets =
        List.of(
            world.ec2().createSubnet(vpc, network + ".1.0/24", account.region() + "a"),
            world.ec2().createSubnet(vpc, network + ".2.0/24", account.region() + "b"),
            world.ec2().createSubnet(vpc, network + ".3.0/24", account.region() + "c"));
    SecurityGroupRecord group =
        world.ec2().createSecurityGroup(vpc, "endpoints", "Endpoints of databases");
    world.ec2().allowInbound(group, 1024, 65535, vpc.cidrs().getFirst());
    return new ConsumerSite(world, account, vpc, subnets, group, network + ".1.200", clients);
  }

  /**
   * Creates an interface endpoint to the service.
   *
   * @throws software.amazon.awssdk.services.ec2.model.Ec2Exception while the account is not allowed
   */
  public VpcEndpoint createEndpoint(String serviceName) {
    return clients
        .ec2()
        .createVpcEndpoint(
            r ->
                r.vpcEndpointType(VpcEndpointType.INTERFACE)
                    .serviceName(serviceName)
                    .serviceRegion(serviceName.split("\\.", -1)[3])
                    .vpcId(vpc.id())
                    .subnetIds(subnets.stream().map(SubnetRecord::id).toList())
                    .securityGroupIds(endpointGroup.id()))
        .vpcEndpoint();
  }

  /** Deletes an endpoint. */
  public void deleteEndpoint(String id) {
    clients.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds(id));
  }

  /** The endpoint as it is now. */
  public VpcEndpoint endpoint(String id) {
    return clients.ec2().describeVpcEndpoints(r -> r.vpcEndpointIds(id)).vpcEndpoints().getFirst();
  }

  /** What becomes of a connection of the application to an address. */
  public PathResult connect(String address, int port) {
    return world.path().connect(appAddress, address, port);
  }
}
