package dev.drawbridge.simulator.dns;

import dev.drawbridge.engine.time.Scheduler;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A VPC's resolver: it keeps each answer for its time to live, so that two clients may see two
 * truths for a while.
 *
 * <p>{@link #resolve} is for spawned bodies: it lets the time of the lookup pass. Tasks, which may
 * not wait, use {@link #peek}.
 */
public final class CachingResolver implements Resolver {
  private record Kept(List<String> addresses, Instant until) {}

  private final Map<String, Kept> cache = new HashMap<>();
  private final Scheduler scheduler;
  private final Zones zones;
  private final DnsSettings settings;
  private final String view;

  /**
   * A resolver with an empty cache.
   *
   * @param view the view it sees first, for example a VPC's id
   */
  public CachingResolver(Scheduler scheduler, Zones zones, DnsSettings settings, String view) {
    this.scheduler = scheduler;
    this.zones = zones;
    this.settings = settings;
    this.view = view;
  }

  @Override
  public List<String> resolve(String name) throws UnknownHostException {
    if (cached(name).isEmpty()) {
      scheduler.pause(settings.lookup().draw(scheduler.random()));
    }
    List<String> addresses = peek(name);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(name);
    }
    return addresses;
  }

  /** The same without letting time pass; an empty list for a name that does not exist. */
  public List<String> peek(String name) {
    return cached(name).orElseGet(() -> ask(name));
  }

  /** What a look-up would be answered with now; nothing is asked and nothing remembered. */
  public List<String> shown(String name) {
    return cached(name)
        .or(() -> zones.lookup(view, name).map(DnsAnswer::addresses))
        .orElse(List.of());
  }

  private Optional<List<String>> cached(String name) {
    Kept kept = cache.get(name.toLowerCase(Locale.ROOT));
    return kept == null || !kept.until().isAfter(scheduler.now())
        ? Optional.empty()
        : Optional.of(kept.addresses());
  }

  private List<String> ask(String name) {
    Optional<DnsAnswer> answer = zones.lookup(view, name);
    Duration ttl = answer.map(DnsAnswer::ttl).orElse(settings.negativeTtl());
    Duration capped = ttl.compareTo(settings.longestTtl()) > 0 ? settings.longestTtl() : ttl;
    List<String> addresses = answer.map(DnsAnswer::addresses).orElse(List.of());
    cache.put(name.toLowerCase(Locale.ROOT), new Kept(addresses, scheduler.now().plus(capped)));
    return addresses;
  }
}
