package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Output of DiscoverDatabase: a database that qualifies, and how it is to be exposed.
 *
 * @param resourceId see {@link DatabaseFacts}; empty in the state of runs that older releases
 *     started
 * @param engine as RDS names it, for example {@code aurora-mysql}
 * @param presentArn where RDS has it now; another than {@code arn} after a renaming
 * @param standing whether it is the one that was approved
 * @param port the database's own port
 * @param readerPort the reader listener's port
 * @param writerPort the writer listener's port
 * @param securityGroupIds the first of each member, which earlier releases go by
 * @param subnets all subnets of its VPC: nothing outside them is ever registered
 * @param loadBalancerSubnetIds one private subnet in each zone of the DB subnet group; empty
 *     without preflight
 * @param discoveredAt deadlines count from here
 */
public record Database(
    String identifier,
    String arn,
    String resourceId,
    String presentArn,
    Standing standing,
    String engine,
    int port,
    int readerPort,
    int writerPort,
    String writerEndpoint,
    String readerEndpoint,
    String vpcId,
    List<String> securityGroupIds,
    List<Subnet> subnets,
    List<String> loadBalancerSubnetIds,
    List<Member> members,
    Instant discoveredAt) {

  /** Keeps copies. */
  public Database {
    // Null in the state of runs that older releases started.
    resourceId = resourceId == null ? "" : resourceId;
    presentArn = presentArn == null ? arn : presentArn;
    standing = standing == null ? Standing.PRESENT : standing;
    securityGroupIds = List.copyOf(securityGroupIds);
    subnets = List.copyOf(subnets);
    loadBalancerSubnetIds = List.copyOf(loadBalancerSubnetIds);
    members = List.copyOf(members);
  }

  /** The security groups of each member; where an older release found it, the first of each. */
  public List<List<String>> groupsOfMembers() {
    List<List<String>> groups = Member.groupsOf(members);
    return groups.isEmpty() ? securityGroupIds.stream().map(List::of).toList() : groups;
  }

  /** Those of its VPC's subnets that the load balancer is to stand in. */
  public List<Subnet> loadBalancerSubnets() {
    return subnets.stream().filter(subnet -> loadBalancerSubnetIds.contains(subnet.id())).toList();
  }

  /** The same with further subnets for the load balancer. */
  public Database andIn(List<String> further) {
    return new Database(
        identifier,
        arn,
        resourceId,
        presentArn,
        standing,
        engine,
        port,
        readerPort,
        writerPort,
        writerEndpoint,
        readerEndpoint,
        vpcId,
        securityGroupIds,
        subnets,
        Stream.concat(loadBalancerSubnetIds.stream(), further.stream()).distinct().toList(),
        members,
        discoveredAt);
  }
}
