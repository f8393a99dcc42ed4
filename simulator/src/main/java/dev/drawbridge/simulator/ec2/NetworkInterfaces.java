package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord.Kind;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes and deletes network interfaces on behalf of other services. */
public final class NetworkInterfaces {
  /** AWS keeps the first four addresses of a subnet ("Subnet CIDR blocks"). */
  private static final int RESERVED = 4;

  /** And the last one. */
  private static final int KEPT = 5;

  private final Ec2State state;

  NetworkInterfaces(Ec2State state) {
    this.state = state;
  }

  /**
   * Makes an interface at the subnet's lowest free address; an IPv6-only subnet has none.
   *
   * @throws ServiceError InsufficientFreeAddressesInSubnet
   */
  public NetworkInterfaceRecord create(
      SubnetRecord subnet, List<String> groups, Kind kind, String description) {
    return createAt(subnet, lowest(subnet), groups, kind, description);
  }

  private String lowest(SubnetRecord subnet) {
    return IntStream.range(RESERVED, (int) subnet.size() - 1)
        .mapToObj(offset -> Cidr.parse(subnet.cidr()).address(offset))
        .filter(address -> at(address).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                ServiceError.client(
                    "InsufficientFreeAddressesInSubnet",
                    "There are insufficient free addresses in subnet '%s'."
                        .formatted(subnet.id())));
  }

  /**
   * Gives an interface secondary addresses up to that many; none is taken away.
   *
   * @throws ServiceError InsufficientFreeAddressesInSubnet
   */
  public NetworkInterfaceRecord withSecondaries(String id, int count) {
    NetworkInterfaceRecord now =
        state.interfaces.find(id).orElseThrow(() -> state.interfaces.missing(id));
    while (now.secondaryIps().size() < count) {
      String ip = lowest(now.subnet());
      state.secondaryIps.put(ip, id);
      now = state.interfaces.put(now.withSecondary(ip));
    }
    return now;
  }

  /** Makes an interface at an address of the subnet that is known to be free. */
  public NetworkInterfaceRecord createAt(
      SubnetRecord subnet, String ip, List<String> groups, Kind kind, String description) {
    if (at(ip).isPresent()) {
      throw ServiceError.client("InvalidIPAddress.InUse", "Address %s is in use.".formatted(ip));
    }
    NetworkInterfaceRecord made =
        state.interfaces.put(
            new NetworkInterfaceRecord(
                state.ids.next("eni"),
                subnet.owner(),
                subnet,
                ip,
                List.of(),
                groups,
                kind,
                description));
    state.network.changes().happened();
    return made;
  }

  /** Deletes an interface; nothing happens when there is none. */
  public void delete(String id) {
    state.interfaces.remove(id);
    state.secondaryIps.values().removeIf(id::equals);
    state.tags.removeAll(id);
    state.network.changes().happened();
  }

  /** Puts the interface into other security groups. */
  public NetworkInterfaceRecord setGroups(String id, List<String> groups) {
    NetworkInterfaceRecord old =
        state.interfaces.find(id).orElseThrow(() -> state.interfaces.missing(id));
    NetworkInterfaceRecord changed = state.interfaces.put(old.withGroups(groups));
    state.network.changes().happened();
    return changed;
  }

  /** How many IPv4 addresses a subnet has left. */
  public int free(SubnetRecord subnet) {
    int used =
        state.interfaces.where(each -> each.subnet().id().equals(subnet.id())).stream()
            .mapToInt(each -> each.privateIps().size())
            .sum();
    return (int) subnet.size() - KEPT - used;
  }

  /** The interface of that id. */
  public Optional<NetworkInterfaceRecord> find(String id) {
    return state.interfaces.find(id);
  }

  /** All interfaces of a kind. */
  public List<NetworkInterfaceRecord> of(Kind kind) {
    return state.interfaces.where(each -> each.kind() == kind);
  }

  /** The interface that has the private address. */
  public Optional<NetworkInterfaceRecord> at(String ip) {
    return state.interfaces.with(ip).stream()
        .findFirst()
        .or(() -> Optional.ofNullable(state.secondaryIps.get(ip)).flatMap(state.interfaces::find));
  }
}
