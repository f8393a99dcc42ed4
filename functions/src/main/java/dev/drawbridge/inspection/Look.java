package dev.drawbridge.inspection;

import dev.drawbridge.aws.ec2.IngressRules;
import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.elbv2.Balancing;
import dev.drawbridge.aws.elbv2.Balancings;
import dev.drawbridge.aws.privatelink.SeenServices;
import dev.drawbridge.discovery.DatabaseIdentity;
import dev.drawbridge.discovery.Identification;
import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.runtime.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads all that AWS has of one path. Calls: 13 to RDS, EC2 and Elastic Load Balancing and 2 a
 * target group; 1 more before the groups are on record, 1 where a group has no healthy target, and
 * up to 3 in the place of others where the database is not to be found by its name.
 */
public final class Look {
  private final DatabaseIdentity identity;
  private final Networks networks;
  private final IngressRules ingress;
  private final Balancings balancings;
  private final SeenServices services;
  private final NameResolver resolver;
  private final String topicArn;

  public Look(Environment environment) {
    this.identity = new DatabaseIdentity(environment);
    this.networks = new Networks(environment.clients());
    this.ingress = new IngressRules(environment.clients());
    this.balancings = new Balancings(environment.clients());
    this.services = new SeenServices(environment.clients());
    this.resolver = environment.resolver();
    this.topicArn = environment.settings().required(Settings.CONNECTIONS_TOPIC);
  }

  /** One look. */
  public PathSeen at(Exposure exposure) {
    String arn = exposure.databaseArn();
    Identification database = identity.of(arn, exposure.resourceId());
    Optional<DatabaseFacts> facts = database.facts().filter(each -> database.standing().followed());
    List<Subnet> subnets = facts.map(each -> networks.subnets(each.vpcId())).orElse(List.of());
    Balancing balancing = balancings.of(arn, exposure.carrying(), exposure.instances());
    IngressRules.Both rules = ingress.both(guards(facts, balancing.loadBalancer()), arn);
    return new PathSeen(
        database,
        facts.map(each -> Resolution.of(each.topology().members(), subnets, resolver::addresses)),
        subnets,
        balancing.loadBalancer(),
        balancing.listeners(),
        balancing.writers(),
        balancing.readers(),
        balancing.instances(),
        balancing
            .loadBalancer()
            .map(LoadBalancerSeen::arn)
            .map(networks::loadBalancerAddresses)
            .orElse(List.of()),
        rules.inbound(),
        rules.outbound(),
        services.of(arn, topicArn));
  }

  /** The groups of the database, and the load balancer's own. */
  private static Set<String> guards(
      Optional<DatabaseFacts> facts, Optional<LoadBalancerSeen> loadBalancer) {
    Set<String> groups = new TreeSet<>();
    facts.map(DatabaseFacts::securityGroupIds).ifPresent(groups::addAll);
    loadBalancer.map(LoadBalancerSeen::securityGroupIds).ifPresent(groups::addAll);
    return groups;
  }
}
