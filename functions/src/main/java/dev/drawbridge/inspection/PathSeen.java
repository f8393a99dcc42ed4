package dev.drawbridge.inspection;

import dev.drawbridge.discovery.Identification;
import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.model.ServiceSeen;
import dev.drawbridge.model.Subnet;
import java.util.List;
import java.util.Optional;

/**
 * What AWS has of one path, read in one look. Nothing in it is a judgement.
 *
 * @param database which database stands where the approved one stood
 * @param resolution where its instances are; empty if there is nothing to follow
 * @param subnets of its VPC
 * @param instances the groups of instances that are on record and there
 * @param addresses of the load balancer
 * @param rules inbound ones of the security groups of the database and of the load balancer
 * @param outbound rules of the same groups
 */
public record PathSeen(
    Identification database,
    Optional<Resolution> resolution,
    List<Subnet> subnets,
    Optional<LoadBalancerSeen> loadBalancer,
    List<ListenerSeen> listeners,
    Optional<GroupSeen> writers,
    Optional<GroupSeen> readers,
    List<GroupSeen> instances,
    List<String> addresses,
    List<RuleSeen> rules,
    List<RuleSeen> outbound,
    Optional<ServiceSeen> service) {
  /** Keeps copies. */
  public PathSeen {
    subnets = List.copyOf(subnets);
    listeners = List.copyOf(listeners);
    instances = List.copyOf(instances);
    addresses = List.copyOf(addresses);
    rules = List.copyOf(rules);
    outbound = List.copyOf(outbound);
  }

  /** The database's facts, if it is one to be followed. */
  public Optional<DatabaseFacts> followed() {
    return database.facts().filter(facts -> database.standing().followed());
  }
}
