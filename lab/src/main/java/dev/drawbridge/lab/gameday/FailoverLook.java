package dev.drawbridge.lab.gameday;

import dev.drawbridge.lab.failover.Milestones;
import dev.drawbridge.runtime.NameResolver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * What AWS's own answers show of a failover: when the RDS API, the cluster's name and the writer's
 * group tell of the new writer. Each moment is as exact as the time between two looks.
 */
final class FailoverLook {
  private final String formerWriter;
  private final List<String> formerAddresses;
  private final Set<String> formerTargets;
  private final Instant begun;
  private @Nullable Instant shown;
  private @Nullable Instant named;
  private @Nullable Instant switched;
  private @Nullable Instant healthy;

  /**
   * Before the failover is ordered.
   *
   * @param formerAddresses of the cluster's name; empty where this machine cannot look names up
   * @param formerTargets of the writer's group
   */
  FailoverLook(
      String formerWriter, List<String> formerAddresses, Set<String> formerTargets, Instant begun) {
    this.formerWriter = formerWriter;
    this.formerAddresses = List.copyOf(formerAddresses);
    this.formerTargets = Set.copyOf(formerTargets);
    this.begun = begun;
  }

  /** Looks once, at what was answered about then. */
  void look(
      Instant now,
      ClusterSeen cluster,
      NameResolver names,
      Map<String, TargetHealthStateEnum> targets) {
    if (shown == null
        && cluster.writer().filter(writer -> !writer.equals(formerWriter)).isPresent()) {
      shown = now;
    }
    if (named == null && !formerAddresses.isEmpty()) {
      List<String> addresses = names.addresses(cluster.endpoint());
      named = addresses.isEmpty() || addresses.equals(formerAddresses) ? null : now;
    }
    boolean moved =
        !targets.isEmpty() && targets.keySet().stream().noneMatch(formerTargets::contains);
    if (switched == null && moved) {
      switched = now;
    }
    if (healthy == null && moved && targets.containsValue(TargetHealthStateEnum.HEALTHY)) {
      healthy = now;
    }
  }

  /** Whether nothing more is to be seen. */
  boolean complete() {
    return shown != null && healthy != null && (named != null || formerAddresses.isEmpty());
  }

  /** When the RDS API told of the new writer. */
  Optional<Instant> shown() {
    return Optional.ofNullable(shown);
  }

  /** When the cluster's name led elsewhere. */
  Optional<Instant> named() {
    return Optional.ofNullable(named);
  }

  /** When the load balancer held the new target for healthy. */
  Optional<Instant> healthy() {
    return Optional.ofNullable(healthy);
  }

  /**
   * What divides the outage. Nobody outside sees the promotion itself: it is taken to be when the
   * first of RDS's voices told of it, so AWS's lag in telling counts as promotion.
   *
   * @param completed what RDS's own event is dated
   * @param started when the first run of refresh-targets started after it
   */
  Milestones milestones(Optional<Instant> completed, Optional<Instant> started) {
    Optional<Instant> agreed =
        shown().map(api -> named().filter(name -> name.isAfter(api)).orElse(api));
    Optional<Instant> promoted =
        shown().map(api -> completed.filter(event -> event.isBefore(api)).orElse(api));
    return new Milestones(begun, promoted, started, agreed, Optional.ofNullable(switched));
  }
}
