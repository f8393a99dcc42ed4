package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.elbv2.ElbService;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** What must be true of the ports of instances between any two events of the world. */
final class PortRules {
  /** A target is used 120 s after its registration at the latest, and as long after its end. */
  private static final Duration USED = Duration.ofSeconds(150);

  /** How long after its name has left a server its address may still be registered. */
  private static final Duration KNOWN = Duration.ofSeconds(50);

  /** An identifier at one address. */
  private record Place(String identifier, String address) {}

  /**
   * What a port leads to.
   *
   * @param identifier whose port it is
   * @param targets the addresses in its group
   * @param since when it began to be so
   */
  private record Led(String identifier, Set<String> targets, Instant since) {}

  private final Exposure path;
  private final Observed observed;
  private final Weather weather;
  private final int most;
  private final String arn;
  private final Map<String, String> identifiers = new HashMap<>();
  private final Map<Place, Instant> own = new HashMap<>();
  private final Map<Integer, Led> led = new HashMap<>();

  /**
   * Looks from now on.
   *
   * @param most how many ports instances may have; 0 if none
   */
  PortRules(Exposure path, boolean cluster, Observed observed, Weather weather, int most) {
    this.path = path;
    this.observed = observed;
    this.weather = weather;
    this.most = most;
    this.arn = path.database().arn(cluster ? "cluster" : "db");
  }

  /** To be called after every event. */
  void look() {
    if (most == 0) {
      return;
    }
    for (DbInstance each : observed.now().instances()) {
      String name = each.id().name();
      identifiers.putIfAbsent(Names.instanceGroup(arn, name), name);
      own.put(new Place(name, each.address()), observed.instant());
      each.placement()
          .standby()
          .ifPresent(standby -> own.put(new Place(name, standby.address()), observed.instant()));
    }
    ports().forEach(this::look);
    writerIsReached();
  }

  /**
   * Whether each instance that has a port is behind it, and as many have one as there are ports.
   */
  boolean holdTheTruth() {
    List<DbInstance> all = observed.now().instances();
    Map<String, Set<String>> held =
        led.values().stream().collect(Collectors.toMap(Led::identifier, Led::targets));
    return most == 0
        || all.isEmpty()
        || (held.size() == Math.min(all.size(), most)
            && all.stream()
                .filter(each -> held.containsKey(each.id().name()))
                .allMatch(each -> Set.of(each.address()).equals(held.get(each.id().name()))));
  }

  @Override
  public String toString() {
    return led.toString();
  }

  private IntStream ports() {
    return IntStream.rangeClosed(path.writerPort() + 1, path.writerPort() + most);
  }

  private void look(int port) {
    ElbService elb = path.scenario().world().elb();
    List<String> groups = elb.forwards(Names.loadBalancer(arn), port);
    if (groups.isEmpty()) {
      led.remove(port);
      return;
    }
    String group = groups.getFirst();
    String identifier =
        Optional.ofNullable(identifiers.get(group.split("/", -1)[1]))
            .orElseThrow(() -> new AssertionError("port %d leads to %s".formatted(port, groups)));
    Set<String> targets =
        elb.registered(group).stream().map(TargetDescription::id).collect(Collectors.toSet());
    Led before = led.get(port);
    if (before == null
        || !before.identifier().equals(identifier)
        || !before.targets().equals(targets)) {
      nothingForeign(port, identifier, before, targets);
      led.put(port, new Led(identifier, targets, observed.instant()));
    }
  }

  private void nothingForeign(int port, String identifier, @Nullable Led before, Set<String> now) {
    if (before != null && !before.identifier().equals(identifier) && exists(before.identifier())) {
      throw new AssertionError(
          "port %d goes from %s, which exists, to %s"
              .formatted(port, before.identifier(), identifier));
    }
    Set<String> added = new HashSet<>(now);
    if (before != null) {
      added.removeAll(before.targets());
    }
    Instant oldest = observed.instant().minus(weather.longestNameLag()).minus(KNOWN);
    for (String address : added) {
      Instant last = own.getOrDefault(new Place(identifier, address), Instant.MIN);
      if (last.isBefore(oldest)) {
        throw new AssertionError(
            "port %d of %s gets %s, which is not its server".formatted(port, identifier, address));
      }
    }
  }

  private boolean exists(String identifier) {
    return observed.now().instances().stream()
        .anyMatch(each -> each.id().name().equals(identifier));
  }

  /** As soon as it writes, without any call of ours: it was there before. */
  private void writerIsReached() {
    for (DbInstance each : observed.now().instances()) {
      if (each.serving() && each.writable()) {
        led.forEach((port, to) -> requireReached(each, port, to));
      }
    }
  }

  private void requireReached(DbInstance writer, int port, Led to) {
    boolean known =
        to.identifier().equals(writer.id().name())
            && to.targets().equals(Set.of(writer.address()))
            && to.since().isBefore(observed.instant().minus(USED));
    if (known && path.serverBehind(port).filter(Server::writable).isEmpty()) {
      throw new AssertionError(
          "port %d does not reach the writer %s at %s, which has been there since %s: %s"
              .formatted(
                  port, writer.id().name(), writer.address(), to.since(), path.connectTo(port)));
    }
  }
}
