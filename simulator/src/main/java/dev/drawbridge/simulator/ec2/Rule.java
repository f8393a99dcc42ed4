package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.network.Peer;

/**
 * A security group rule.
 *
 * @param id {@code sgr-} and 17 hexadecimal digits
 * @param owner the account and region
 * @param groupId the group that it belongs to
 * @param traffic what it admits
 * @param description free text, or empty
 */
record Rule(String id, Caller owner, String groupId, Traffic traffic, String description)
    implements Row {

  /**
   * What a rule admits; two rules of one group never admit the same.
   *
   * @param egress whether outbound
   * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1}
   * @param from the first port; -1 for all
   * @param to the last port; -1 for all
   * @param source the other end
   */
  record Traffic(boolean egress, String protocol, int from, int to, Source source) {
    boolean admits(Peer peer, int port) {
      boolean carries =
          protocol.equals("-1") || (protocol.equals("tcp") && from <= port && port <= to);
      return carries && source.matches(peer);
    }
  }

  /** The other end that a rule names. */
  sealed interface Source {
    boolean matches(Peer peer);

    /** How many it counts as towards the quota of IPv4 rules. */
    default int ipv4Places() {
      return 1;
    }

    /** The same of IPv6 rules, which AWS counts apart. */
    default int ipv6Places() {
      return 1;
    }
  }

  /** IPv4 addresses. */
  record Addresses(String cidr) implements Source {
    @Override
    public boolean matches(Peer peer) {
      return Cidr.parse(cidr).contains(peer.ip());
    }

    @Override
    public int ipv6Places() {
      return 0;
    }
  }

  /** IPv6 addresses; kept, but no host of this world has one. */
  record Ipv6Addresses(String cidr) implements Source {
    @Override
    public boolean matches(Peer peer) {
      return false;
    }

    @Override
    public int ipv4Places() {
      return 0;
    }
  }

  /** IPv4 blocks of a prefix list, which counts with as many as it may have. */
  record Listed(PrefixListRecord list) implements Source {
    @Override
    public boolean matches(Peer peer) {
      return list.cidrs().stream().anyMatch(cidr -> Cidr.parse(cidr).contains(peer.ip()));
    }

    @Override
    public int ipv4Places() {
      return list.maxEntries();
    }

    @Override
    public int ipv6Places() {
      return 0;
    }
  }

  /** Whatever is in another security group; counts in both families. */
  record Members(String groupId, String account) implements Source {
    @Override
    public boolean matches(Peer peer) {
      return peer.groups().contains(groupId);
    }
  }
}
