package dev.drawbridge.simulator.dns;

import java.time.Duration;
import java.util.List;

/**
 * The answer to one question.
 *
 * @param names the names that the question led through, the asked one first
 * @param addresses IPv4 addresses; never empty
 * @param ttl the shortest time to live of all records on the way
 */
public record DnsAnswer(List<String> names, List<String> addresses, Duration ttl) {
  /** Keeps copies. */
  public DnsAnswer {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
  }
}
