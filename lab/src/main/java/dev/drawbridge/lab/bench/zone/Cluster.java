package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.lab.scenario.Roles;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.network.LoadBalancing;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** One cluster of the fleet, and what has been seen of it since the zone was lost. */
final class Cluster {
  private final Scenario scenario;
  private final DbId database;
  private final String balancerName;
  private final LoadBalancing.Node node;
  private final String ownWriterGroup;
  private final String readerGroup;
  private final int writerPort;
  private long promotions;
  private @Nullable Instant crashed;
  private @Nullable Instant promoted;
  private @Nullable Instant registered;
  private @Nullable Instant released;
  private @Nullable Instant firstBad;
  private @Nullable Instant lastBad;

  Cluster(Scenario scenario, DbId database) {
    this.scenario = scenario;
    this.database = database;
    String arn = database.arn("cluster");
    this.balancerName = Names.loadBalancer(arn);
    var elb = scenario.installation().clientsOf("operator").elb();
    var balancer = elb.describeLoadBalancers(r -> r.names(balancerName)).loadBalancers().getFirst();
    String zone = scenario.provider().subnets().getFirst().zone().id();
    this.node =
        scenario
            .world()
            .elb()
            .loadBalancing()
            .nodeIn(balancer.loadBalancerArn(), zone)
            .orElseThrow();
    this.ownWriterGroup = group(elb, Names.writerGroup(arn));
    this.readerGroup = group(elb, Names.readerGroup(arn));
    this.writerPort = scenario.world().rds().instances(database).getFirst().shape().port() + 1;
  }

  private static String group(ElasticLoadBalancingV2Client elb, String name) {
    return elb.describeTargetGroups(r -> r.names(name)).targetGroups().getFirst().targetGroupArn();
  }

  DbId database() {
    return database;
  }

  /** The lanes of calls that change a group of any of them. */
  static LaneOfCall lanes(List<Cluster> fleet) {
    return new LaneOfCall(
        fleet.stream().map(each -> each.ownWriterGroup).collect(Collectors.toSet()),
        fleet.stream().map(each -> each.readerGroup).collect(Collectors.toSet()));
  }

  /** Where the writer's port leads now. */
  private String writerGroup() {
    List<String> groups = scenario.world().elb().forwards(balancerName, writerPort);
    return groups.isEmpty() ? "" : groups.getFirst();
  }

  /** The writer's host dies. */
  void crash(Instant now) {
    crashed = now;
    promoted = null;
    registered = null;
    released = null;
    scenario
        .world()
        .rds()
        .writer(database)
        .ifPresent(each -> scenario.world().rds().crash(each.id()));
  }

  /** Another has become the writer. */
  void promoted(Instant now) {
    promotions++;
    promoted = now;
    registered = null;
    released = null;
  }

  /** Looks at where new connections go and what is registered. Returns whether all is well. */
  boolean look(Instant now) {
    boolean writes = writes();
    if (crashed != null && !writes) {
      firstBad = firstBad == null ? now : firstBad;
      lastBad = now;
    }
    Roles roles = Roles.of(scenario.world().rds(), database);
    Set<String> writers = registered(writerGroup());
    boolean leads = !roles.writeTargets().isEmpty() && writers.containsAll(roles.writeTargets());
    if (promoted != null && leads && registered == null) {
      registered = now;
    }
    boolean clean = leads && writers.equals(roles.writeTargets());
    if (promoted != null && clean && released == null) {
      released = now;
    }
    return crashed != null
        && promoted != null
        && writes
        && clean
        && registered(readerGroup).equals(roles.readTargets());
  }

  /** How often another has become the writer. */
  long promotions() {
    return promotions;
  }

  /** When one did last. */
  Optional<Instant> promotedAt() {
    return Optional.ofNullable(promoted);
  }

  /** When the new writer was in the group of the writer's port. */
  Optional<Instant> registeredAt() {
    return Optional.ofNullable(registered);
  }

  /** When no other was in it any more. */
  Optional<Instant> releasedAt() {
    return Optional.ofNullable(released);
  }

  /** From the first to the last new connection that could not write. */
  Duration outage() {
    return firstBad == null || lastBad == null
        ? Duration.ZERO
        : Duration.between(firstBad, lastBad).plusSeconds(1);
  }

  private boolean writes() {
    return scenario
        .world()
        .elb()
        .loadBalancing()
        .choose(node, writerPort)
        .flatMap(target -> scenario.world().rds().serverAt(target.ip()))
        .filter(Server::writable)
        .isPresent();
  }

  private Set<String> registered(String group) {
    return scenario.world().elb().registered(group).stream()
        .map(TargetDescription::id)
        .collect(Collectors.toSet());
  }
}
