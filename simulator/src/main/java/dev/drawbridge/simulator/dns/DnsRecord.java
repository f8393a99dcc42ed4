package dev.drawbridge.simulator.dns;

import java.time.Duration;
import java.util.List;

/** What a zone holds under one name. */
public sealed interface DnsRecord {

  /** How long a resolver may keep the answer. */
  Duration ttl();

  /** A records: all addresses are in each answer, in varying order. */
  record Addresses(List<String> addresses, Duration ttl) implements DnsRecord {
    /** Keeps a copy. */
    public Addresses {
      addresses = List.copyOf(addresses);
    }
  }

  /** A CNAME. */
  record Alias(String target, Duration ttl) implements DnsRecord {}

  /**
   * A CNAME to one of several names, another with each lookup: Aurora's reader endpoint. Without
   * targets the name does not resolve.
   */
  record OneOf(List<String> targets, Duration ttl) implements DnsRecord {
    /** Keeps a copy. */
    public OneOf {
      targets = List.copyOf(targets);
    }
  }
}
