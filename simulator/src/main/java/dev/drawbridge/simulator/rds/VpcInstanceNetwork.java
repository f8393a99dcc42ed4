package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord.Kind;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.network.Listener;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/** The simulated VPCs as RDS sees them: each server has a network interface of its own. */
public record VpcInstanceNetwork(Ec2Service ec2, Network network) implements InstanceNetwork {

  @Override
  public DbSubnet subnet(String account, String region, String subnetId) {
    SubnetRecord found = find(account, region, subnetId);
    return new DbSubnet(found.id(), found.vpcId(), found.zone().name());
  }

  @Override
  public String defaultSecurityGroup(String account, String region, String vpcId) {
    return ec2.vpc(vpcId)
        .map(vpc -> ec2.defaultSecurityGroup(vpc).id())
        .orElseThrow(() -> ServiceError.client("InvalidVPCNetworkStateFault", vpcId));
  }

  @Override
  public Node attach(String account, String region, String subnetId, List<String> securityGroups) {
    NetworkInterfaceRecord made =
        ec2.interfaces()
            .create(
                find(account, region, subnetId),
                securityGroups,
                Kind.DATABASE,
                "RDSNetworkInterface");
    return new Node(made.id(), made.privateIp(), subnet(account, region, subnetId));
  }

  @Override
  public void guard(Node node, List<String> securityGroups) {
    ec2.interfaces().setGroups(node.interfaceId(), securityGroups);
  }

  @Override
  public void detach(Node node) {
    ec2.interfaces().delete(node.interfaceId());
  }

  @Override
  public void listen(Node node, int port, long maxConnectErrors) {
    network.hosts().listen(node.address(), port, new Listener(maxConnectErrors));
  }

  @Override
  public void close(Node node, int port) {
    network.hosts().close(node.address(), port);
    cut(node, port);
  }

  @Override
  public void cut(Node node, int port) {
    if (network.hosts().isSilent(node.address())) {
      return; // nobody is left there to say so
    }
    network
        .connections()
        .cut(
            path -> path.targetIp().equals(node.address()) && path.port() == port,
            Cut.SERVER_ENDED);
  }

  private SubnetRecord find(String account, String region, String id) {
    return ec2.subnet(id)
        .filter(s -> s.owner().account().equals(account) && s.owner().region().equals(region))
        .orElseThrow(
            () ->
                ServiceError.client(
                    "InvalidSubnet", "The subnet ID '%s' does not exist".formatted(id)));
  }
}
