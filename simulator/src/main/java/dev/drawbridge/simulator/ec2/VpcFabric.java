package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.network.Attachment;
import dev.drawbridge.simulator.network.Fabric;
import dev.drawbridge.simulator.network.Peer;
import java.util.List;
import java.util.Optional;

/** The VPCs as the data path sees them. */
record VpcFabric(Ec2State state) implements Fabric {

  @Override
  public Optional<Attachment> at(String ip) {
    return state.interfaces.with(ip).stream()
        .findFirst()
        .map(
            each ->
                new Attachment(each.id(), each.privateIp(), each.subnet().vpcId(), each.groups()));
  }

  @Override
  public Optional<String> vpcOf(String ip) {
    return state.vpcs.where(vpc -> vpc.contains(ip)).stream().findFirst().map(VpcRecord::id);
  }

  @Override
  public boolean admitsInbound(List<String> groups, Peer peer, int port) {
    return admits(false, groups, peer, port);
  }

  @Override
  public boolean admitsOutbound(List<String> groups, Peer peer, int port) {
    return admits(true, groups, peer, port);
  }

  private boolean admits(boolean egress, List<String> groups, Peer peer, int port) {
    return groups.stream()
        .flatMap(group -> state.rules.with(group).stream())
        .anyMatch(rule -> rule.traffic().egress() == egress && rule.traffic().admits(peer, port));
  }
}
