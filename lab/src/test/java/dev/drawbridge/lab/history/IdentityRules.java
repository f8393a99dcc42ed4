package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.InstanceNetwork.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose servers the ports lead to, between any two events of the world. */
final class IdentityRules {
  /** How long AWS may have told of a stranger before the port must not lead to it. */
  private static final Duration TOLD = Duration.ofMinutes(10);

  /** What a load balancer needs to forget a target, at most. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  /** An instance to which nothing has happened for so long has no reason to leave its group. */
  private static final Duration SETTLED = Duration.ofMinutes(15);

  /** A worker that dies between two calls is tried again within this. */
  private static final Duration BETWEEN_CALLS = Duration.ofMinutes(3);

  private final Exposure path;
  private final Neighbourhood place;
  private final Duration nameLag;
  private final Map<String, Instant> strangerSince = new HashMap<>();
  private final Map<String, Standing> standing = new HashMap<>();
  private final Map<String, Instant> outSince = new HashMap<>();
  private Set<String> before;

  /** What an instance is, and since when. */
  private record Standing(DbInstance instance, Instant since) {}

  IdentityRules(Exposure path, Neighbourhood place, Duration nameLag) {
    this.path = path;
    this.place = place;
    this.nameLag = nameLag;
    this.before = registered();
  }

  /** To be called after every event. */
  void look() {
    Set<String> registered = registered();
    noStrangers(registered);
    noneTakenOut(registered);
    before = registered;
    learn();
  }

  /** Where new connections go: to be called now and then. */
  void connect() {
    Stream.of(path.connectToWrite(), path.connectToRead()).forEach(this::notToAStranger);
  }

  private void noStrangers(Set<String> registered) {
    Set<String> own = ownAddresses();
    Set<String> strange =
        Stream.concat(registered.stream(), strangerSince.keySet().stream())
            .filter(address -> !own.contains(address) && serves(address))
            .collect(Collectors.toSet());
    strangerSince.keySet().retainAll(strange);
    strange.forEach(address -> strangerSince.putIfAbsent(address, now()));
    if (place.unseen()) {
      strangerSince.replaceAll((address, since) -> now()); // AWS has told nothing meanwhile
    }
    registered.stream()
        .filter(address -> knownFor(address, TOLD.plus(nameLag)))
        .findFirst()
        .ifPresent(
            address ->
                fail(
                    "%s has been another database's since %s, and a port still leads there"
                        .formatted(address, strangerSince.get(address))));
  }

  private void notToAStranger(PathResult result) {
    if (result instanceof Reached reached
        && knownFor(reached.targetIp(), TOLD.plus(nameLag).plus(FORGOTTEN))) {
      fail("a consumer reaches %s, which is another database's".formatted(reached.targetIp()));
    }
  }

  private boolean knownFor(String address, Duration time) {
    return strangerSince.containsKey(address)
        && strangerSince.get(address).plus(time).isBefore(now());
  }

  /**
   * Of a database that lives, nothing is taken out to which nothing has happened; but for the
   * moment between two calls in which a demoted writer has left one group and not joined the other.
   */
  private void noneTakenOut(Set<String> registered) {
    outSince.keySet().removeAll(registered);
    before.stream()
        .filter(address -> !registered.contains(address) && settled(address))
        .forEach(address -> outSince.putIfAbsent(address, now()));
    outSince.entrySet().stream()
        .filter(out -> out.getValue().plus(BETWEEN_CALLS).isBefore(now()) && settled(out.getKey()))
        .findFirst()
        .ifPresent(
            out ->
                fail(
                    "%s was taken out at %s, although it has served unchanged since long before%s"
                        .formatted(
                            out.getKey(),
                            out.getValue(),
                            place.unseen() ? " and RDS does not tell" : "")));
  }

  private boolean settled(String address) {
    return standing.values().stream()
        .filter(known -> known.instance().address().equals(address))
        .filter(known -> known.since().plus(SETTLED).plus(nameLag).isBefore(now()))
        .anyMatch(known -> lives(known.instance()));
  }

  private boolean lives(DbInstance known) {
    return place.own().stream()
        .anyMatch(i -> i.resourceId().equals(known.resourceId()) && i.serving());
  }

  private void learn() {
    Map<String, Standing> next = new HashMap<>();
    place.own().stream()
        .filter(i -> i.serving() && i.status().equals(DbInstance.AVAILABLE))
        .forEach(
            i -> {
              Standing known = standing.get(i.resourceId());
              boolean same = known != null && alike(known.instance(), i);
              next.put(i.resourceId(), new Standing(i, same ? known.since() : now()));
            });
    standing.clear();
    standing.putAll(next);
  }

  /** A name changes nothing about a server. */
  private static boolean alike(DbInstance one, DbInstance other) {
    return one.address().equals(other.address()) && one.writable() == other.writable();
  }

  private Set<String> registered() {
    Set<String> all = new HashSet<>(path.writerGroup());
    all.addAll(path.readerGroup());
    return all;
  }

  private Set<String> ownAddresses() {
    return place.own().stream()
        .flatMap(
            i -> Stream.concat(Stream.of(i.placement().node()), i.placement().standby().stream()))
        .map(Node::address)
        .collect(Collectors.toSet());
  }

  private boolean serves(String address) {
    return path.scenario().world().rds().serverAt(address).isPresent();
  }

  private Instant now() {
    return path.scenario().world().scheduler().now();
  }

  private static void fail(String message) {
    throw new AssertionError(message);
  }
}
