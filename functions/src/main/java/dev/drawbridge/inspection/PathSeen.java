package dev.drawbridge.inspection;

import dev.drawbridge.discovery.Identification;
import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.BalancerNodes;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.ParametersSeen;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.model.ServiceSeen;
import dev.drawbridge.model.Subnet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What AWS has of one path, read in one look. Nothing in it is a judgement.
 *
 * @param database which database stands where the approved one stood
 * @param namesake the resource id of what bears the name of a database that is called otherwise now
 * @param resolution where its instances are; empty if there is nothing to follow
 * @param writerNamed addresses that the database's own name for its writer leads to
 * @param parameters what its parameters say, where they were read
 * @param subnets of its VPC
 * @param instances the groups of instances that are on record and there
 * @param nodes the load balancer's interfaces, and whoever else is in its security group
 * @param rules inbound ones of the security groups of the database and of the load balancer
 * @param outbound rules of the same groups
 * @param furtherServices ids of endpoint services that bear the database's tags and are not its own
 * @param region how many of what AWS counts for the whole account are there
 * @param at when it was read
 */
public record PathSeen(
    Identification database,
    Optional<String> namesake,
    Optional<Resolution> resolution,
    List<String> writerNamed,
    Optional<ParametersSeen> parameters,
    List<Subnet> subnets,
    Optional<LoadBalancerSeen> loadBalancer,
    List<ListenerSeen> listeners,
    Optional<GroupSeen> writers,
    Optional<GroupSeen> readers,
    List<GroupSeen> instances,
    BalancerNodes nodes,
    List<RuleSeen> rules,
    List<RuleSeen> outbound,
    Optional<ServiceSeen> service,
    List<String> furtherServices,
    InRegion region,
    Instant at) {
  /** Of the account and region, whoever made them. */
  public record InRegion(int loadBalancers, int endpointServices) {}

  /** Keeps copies. */
  public PathSeen {
    writerNamed = List.copyOf(writerNamed);
    subnets = List.copyOf(subnets);
    listeners = List.copyOf(listeners);
    instances = List.copyOf(instances);
    rules = List.copyOf(rules);
    outbound = List.copyOf(outbound);
    furtherServices = List.copyOf(furtherServices);
  }

  /** The database's facts, if it is one to be followed. */
  public Optional<DatabaseFacts> followed() {
    return database.facts().filter(facts -> database.standing().followed());
  }
}
