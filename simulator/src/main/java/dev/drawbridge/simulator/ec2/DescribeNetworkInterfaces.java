package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;

record DescribeNetworkInterfaces(Ec2State state)
    implements Operation<DescribeNetworkInterfacesRequest, DescribeNetworkInterfacesResponse> {
  @Override
  public DescribeNetworkInterfacesResponse handle(
      DescribeNetworkInterfacesRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Pages.checkAlone("networkInterfaceIds", request.networkInterfaceIds(), request.maxResults());
    Page<NetworkInterfaceRecord> page =
        Pages.of(
            filters()
                .apply(
                    state.interfaces.of(caller, request.networkInterfaceIds()),
                    ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeNetworkInterfacesResponse.builder()
        .networkInterfaces(page.shapes(this::shape))
        .nextToken(page.next())
        .build();
  }

  private Filters<NetworkInterfaceRecord> filters() {
    return ResourceFilters.<NetworkInterfaceRecord>over(state.tags)
        .on("network-interface-id", NetworkInterfaceRecord::id)
        .on("description", NetworkInterfaceRecord::description)
        .on("private-ip-address", NetworkInterfaceRecord::privateIp)
        .on("subnet-id", each -> each.subnet().id())
        .on("vpc-id", each -> each.subnet().vpcId())
        .on("availability-zone", each -> each.subnet().zone().name())
        .on("owner-id", each -> each.owner().account())
        .on("requester-id", each -> each.kind().requester())
        .on("requester-managed", each -> String.valueOf(each.kind().requesterManaged()))
        .on("interface-type", each -> each.kind().type())
        .on("status", each -> "in-use")
        .onAny("addresses.private-ip-address", NetworkInterfaceRecord::privateIps)
        .onAny("group-id", NetworkInterfaceRecord::groups)
        .onAny("group-name", each -> groupNames(each.groups()));
  }

  private Collection<String> groupNames(List<String> ids) {
    return ids.stream().map(this::groupName).toList();
  }

  private String groupName(String id) {
    return state.groups.find(id).map(SecurityGroupRecord::name).orElse("");
  }

  private NetworkInterface shape(NetworkInterfaceRecord each) {
    return NetworkInterface.builder()
        .networkInterfaceId(each.id())
        .ownerId(each.owner().account())
        .description(each.description())
        .interfaceType(each.kind().type())
        .requesterId(each.kind().requester())
        .requesterManaged(each.kind().requesterManaged())
        .subnetId(each.subnet().id())
        .vpcId(each.subnet().vpcId())
        .availabilityZone(each.subnet().zone().name())
        .availabilityZoneId(each.subnet().zone().id())
        .privateIpAddress(each.privateIp())
        .privateIpAddresses(
            each.privateIps().stream()
                .map(
                    ip ->
                        NetworkInterfacePrivateIpAddress.builder()
                            .primary(ip.equals(each.privateIp()))
                            .privateIpAddress(ip)
                            .build())
                .toList())
        .groups(
            each.groups().stream()
                .map(id -> GroupIdentifier.builder().groupId(id).groupName(groupName(id)).build())
                .toList())
        .status("in-use")
        .attachment(
            attachment ->
                attachment
                    .attachmentId(each.id().replace("eni-", "eni-attach-"))
                    .instanceOwnerId(each.kind().requester())
                    .deviceIndex(1)
                    .status("attached")
                    .deleteOnTermination(false))
        .sourceDestCheck(true)
        .tagSet(state.tags.shapes(each.id()))
        .build();
  }
}
