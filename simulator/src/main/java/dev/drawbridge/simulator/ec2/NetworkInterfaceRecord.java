package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network interface.
 *
 * @param id {@code eni-} and 17 hexadecimal digits
 * @param owner the account and region
 * @param subnet its subnet
 * @param privateIp its primary private address
 * @param secondaryIps its other private addresses
 * @param groups its security groups' ids
 * @param kind what it belongs to
 * @param description as AWS writes it, for example {@code ELB net/name/id}
 */
public record NetworkInterfaceRecord(
    String id,
    Caller owner,
    SubnetRecord subnet,
    String privateIp,
    List<String> secondaryIps,
    List<String> groups,
    Kind kind,
    String description)
    implements Row {

  /** What an interface belongs to: its type and requester as the API shows them. */
  public enum Kind {
    /** A host of the account's own. */
    HOST("interface", "", false),
    /** A database instance. */
    DATABASE("interface", "amazon-rds", true),
    /** A node of a Network Load Balancer. */
    NETWORK_LOAD_BALANCER("network_load_balancer", "amazon-elb", true),
    /** A VPC endpoint. */
    VPC_ENDPOINT("vpc_endpoint", "amazon-aws", true),
    /** A Lambda function in a VPC. */
    LAMBDA("lambda", "amazon-lambda", true);

    private final String type;
    private final String requester;
    private final boolean requesterManaged;

    Kind(String type, String requester, boolean requesterManaged) {
      this.type = type;
      this.requester = requester;
      this.requesterManaged = requesterManaged;
    }

    String type() {
      return type;
    }

    String requester() {
      return requester;
    }

    boolean requesterManaged() {
      return requesterManaged;
    }
  }

  /** Keeps copies. */
  public NetworkInterfaceRecord {
    secondaryIps = List.copyOf(secondaryIps);
    groups = List.copyOf(groups);
  }

  NetworkInterfaceRecord withGroups(List<String> others) {
    return new NetworkInterfaceRecord(
        id, owner, subnet, privateIp, secondaryIps, others, kind, description);
  }

  NetworkInterfaceRecord withSecondary(String ip) {
    List<String> more = Stream.concat(secondaryIps.stream(), Stream.of(ip)).toList();
    return new NetworkInterfaceRecord(
        id, owner, subnet, privateIp, more, groups, kind, description);
  }

  /** All private addresses, the primary one first. */
  public List<String> privateIps() {
    return Stream.concat(Stream.of(privateIp), secondaryIps.stream()).toList();
  }
}
