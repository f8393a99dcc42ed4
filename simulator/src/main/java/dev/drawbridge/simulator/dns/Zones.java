package dev.drawbridge.simulator.dns;

import dev.drawbridge.engine.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every name of the simulated world and what it leads to now.
 *
 * <p>There is one public view, and private views on top of it (a VPC's private hosted zones); a
 * name of a private view hides the public one. Names are compared without case and final dot.
 */
public final class Zones {
  /** The view that everybody sees. */
  public static final String PUBLIC = "public";

  /** Longer chains of CNAMEs are taken for a loop, as resolvers do. */
  private static final int LONGEST_CHAIN = 8;

  private final Map<String, Map<String, DnsRecord>> views = new HashMap<>();
  private final Scheduler scheduler;

  /** No names yet. */
  public Zones(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Puts a public name, or replaces it. */
  public void put(String name, DnsRecord entry) {
    put(PUBLIC, name, entry);
  }

  /** Puts a name into one view, for example a VPC's, or replaces it there. */
  public void put(String view, String name, DnsRecord entry) {
    views.computeIfAbsent(view, v -> new HashMap<>()).put(canonical(name), entry);
  }

  /** Removes a public name; without effect if it is not there. */
  public void remove(String name) {
    remove(PUBLIC, name);
  }

  /** Removes a name from one view; without effect if it is not there. */
  public void remove(String view, String name) {
    views.getOrDefault(view, new HashMap<>()).remove(canonical(name));
  }

  /** What stands under a public name. */
  public Optional<DnsRecord> find(String name) {
    return Optional.ofNullable(find(PUBLIC, canonical(name)));
  }

  /**
   * Answers as the authoritative servers would now, without any cache.
   *
   * @return empty for a name that does not exist or leads nowhere (NXDOMAIN)
   */
  public Optional<DnsAnswer> lookup(String view, String name) {
    List<String> names = new ArrayList<>();
    Duration ttl = Duration.ofDays(1);
    String next = canonical(name);
    while (names.size() < LONGEST_CHAIN) {
      names.add(next);
      DnsRecord entry = find(view, next);
      if (entry == null) {
        return Optional.empty();
      }
      ttl = entry.ttl().compareTo(ttl) < 0 ? entry.ttl() : ttl;
      switch (entry) {
        case DnsRecord.Addresses a -> {
          return a.addresses().isEmpty()
              ? Optional.empty()
              : Optional.of(new DnsAnswer(names, shuffled(a.addresses()), ttl));
        }
        case DnsRecord.Alias alias -> next = canonical(alias.target());
        case DnsRecord.OneOf choice -> {
          if (choice.targets().isEmpty()) {
            return Optional.empty();
          }
          int index = scheduler.random().nextInt(choice.targets().size());
          next = canonical(choice.targets().get(index));
        }
      }
    }
    return Optional.empty();
  }

  /** Route 53 gives all addresses of a name, in an order that varies from answer to answer. */
  private List<String> shuffled(List<String> addresses) {
    List<String> order = new ArrayList<>(addresses);
    for (int left = order.size(); left > 1; left--) {
      Collections.swap(order, left - 1, scheduler.random().nextInt(left));
    }
    return order;
  }

  /** Every name that somebody who sees {@code view} can ask for. */
  public Set<String> names(String view) {
    Set<String> names = new TreeSet<>(views.getOrDefault(PUBLIC, Map.of()).keySet());
    names.addAll(views.getOrDefault(view, Map.of()).keySet());
    return names;
  }

  private @Nullable DnsRecord find(String view, String canonical) {
    DnsRecord own = views.getOrDefault(view, Map.of()).get(canonical);
    return own != null ? own : views.getOrDefault(PUBLIC, Map.of()).get(canonical);
  }

  private static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
