package dev.drawbridge.inspection;

import dev.drawbridge.aws.ec2.IngressRules;
import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.elbv2.Balancing;
import dev.drawbridge.aws.elbv2.Balancings;
import dev.drawbridge.aws.privatelink.SeenServices;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.discovery.DatabaseIdentity;
import dev.drawbridge.discovery.HostBlock;
import dev.drawbridge.discovery.Identification;
import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.BalancerNodes;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.ParametersSeen;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.runtime.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that AWS has of one path. Calls: 13 to RDS, EC2 and Elastic Load Balancing and 2 a
 * target group at most; 2 more from a switchover until a refresh has followed it, and 1 while a
 * replica may be green. Once a day, and when a MySQL has other parameter groups, the schedule's
 * look takes 1 more for each of these.
 */
public final class Look {
  private static final Duration PARAMETERS_STAND = Duration.ofHours(24);

  private final DatabaseIdentity identity;
  private final Databases databases;
  private final Networks networks;
  private final IngressRules ingress;
  private final Balancings balancings;
  private final SeenServices services;
  private final NameResolver resolver;
  private final String topicArn;
  private final InstantSource clock;

  public Look(Environment environment) {
    this.identity = new DatabaseIdentity(environment);
    this.databases = new Databases(environment.clients());
    this.networks = new Networks(environment.clients());
    this.ingress = new IngressRules(environment.clients());
    this.balancings = new Balancings(environment.clients());
    this.services = new SeenServices(environment.clients());
    this.resolver = environment.resolver();
    this.topicArn = environment.settings().required(Settings.CONNECTIONS_TOPIC);
    this.clock = environment.clock();
  }

  /**
   * What earlier looks know.
   *
   * @param guards security groups of the database in which rules of ours may stand
   * @param parameters what was read last; null before
   * @param reads whether this look may read them again
   */
  record Earlier(List<String> guards, @Nullable ParametersSeen parameters, boolean reads) {
    private static final Earlier NOTHING = new Earlier(List.of(), null, false);

    /** Of who keeps the record. */
    static Earlier of(InspectionRecord record) {
      return new Earlier(record.guards(), record.parameters(), true);
    }

    /** Of who reads it only. */
    static Earlier ofReader(Optional<InspectionRecord> record) {
      return record
          .map(held -> new Earlier(held.guards(), held.parameters(), false))
          .orElse(NOTHING);
    }
  }

  /** One look. */
  PathSeen at(Exposure exposure, Earlier earlier) {
    String arn = exposure.databaseArn();
    DatabaseIdentity.Named named = identity.of(exposure);
    Identification database = named.database();
    Optional<DatabaseFacts> facts = database.facts().filter(each -> database.standing().followed());
    List<Subnet> subnets = facts.map(each -> networks.subnets(each.vpcId())).orElse(List.of());
    Balancing balancing =
        balancings.of(
            arn,
            exposure.carrying(),
            exposure.instances().stream().filter(each -> each.goneSince() == null).toList(),
            facts.filter(there -> !there.arn().equals(arn)).isEmpty());
    IngressRules.Both rules =
        ingress.both(guards(facts, balancing.loadBalancer(), earlier.guards()), arn);
    SeenServices.Found found =
        services.of(
            arn, Optional.ofNullable(exposure.path()).map(Exposure.Path::serviceId), topicArn);
    return new PathSeen(
        database,
        named.namesake(),
        facts.map(each -> Resolution.of(each.topology().members(), subnets, resolver::addresses)),
        facts
            .map(DatabaseFacts::writerEndpoint)
            .filter(name -> !name.isEmpty()) // which a resolver takes for its own host
            .map(resolver::addresses)
            .orElse(List.of()),
        facts.flatMap(each -> parameters(exposure, each, earlier)),
        subnets,
        balancing.loadBalancer(),
        balancing.listeners(),
        balancing.writers(),
        balancing.readers(),
        balancing.instances(),
        balancing
            .loadBalancer()
            .map(each -> networks.nodes(each, own(exposure)))
            .orElse(BalancerNodes.NONE),
        rules.inbound(),
        rules.outbound(),
        found.own(),
        found.further(),
        new PathSeen.InRegion(balancing.loadBalancers(), found.all()),
        clock.instant());
  }

  private static @Nullable String own(Exposure exposure) {
    Exposure.Path path = exposure.path();
    return path == null ? null : path.securityGroupId();
  }

  /** The groups of the database, now and earlier, and the load balancer's own. */
  private static Set<String> guards(
      Optional<DatabaseFacts> facts,
      Optional<LoadBalancerSeen> loadBalancer,
      List<String> earlier) {
    Set<String> groups = new TreeSet<>(earlier);
    facts.map(DatabaseFacts::attachedGroupIds).ifPresent(groups::addAll);
    loadBalancer.map(LoadBalancerSeen::securityGroupIds).ifPresent(groups::addAll);
    return groups;
  }

  /** They change by nobody's notice: read when the groups are others, and once a day. */
  private Optional<ParametersSeen> parameters(
      Exposure exposure, DatabaseFacts facts, Earlier earlier) {
    if (exposure.settings().acceptHostBlockRisk() || !HostBlock.appliesTo(facts.engine())) {
      return Optional.empty();
    }
    List<String> groups = facts.parameterGroups().names();
    Instant now = clock.instant();
    Optional<ParametersSeen> stands =
        Optional.ofNullable(earlier.parameters())
            .filter(last -> last.groups().equals(groups))
            .filter(last -> !earlier.reads() || now.isBefore(last.at().plus(PARAMETERS_STAND)));
    return stands.isPresent() || !earlier.reads() ? stands : Optional.of(read(facts, groups, now));
  }

  private ParametersSeen read(DatabaseFacts facts, List<String> groups, Instant now) {
    return new ParametersSeen(
        groups, HostBlock.blocking(databases.parameters(facts.parameterGroups())), now);
  }
}
