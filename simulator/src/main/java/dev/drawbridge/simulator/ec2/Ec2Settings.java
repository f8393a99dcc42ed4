package dev.drawbridge.simulator.ec2;

import java.time.Duration;

/**
 * Every delay, quota and default of EC2 and PrivateLink that this world uses.
 *
 * @param zones availability zones of a region. AWS: three or more in most regions
 * @param consistencyLag how long a new resource is missing from Describe answers. AWS: EC2 API is
 *     eventually consistent; no figure published, so zero (UNCONFIRMED)
 * @param endpointPending an accepted endpoint's time in {@code pending} before {@code available}.
 *     Vendors report 5 to 10 minutes for the whole creation (hasura/ddn-docs,
 *     private-endpoints/aws.mdx); UNCONFIRMED by AWS
 * @param endpointDeleting an endpoint's time in {@code deleting}. UNCONFIRMED; vendors as above
 * @param endpointRemembered how long a deleted or expired endpoint is still listed. UNCONFIRMED
 * @param acceptanceExpiry how long a request stays {@code pendingAcceptance}. The state {@code
 *     expired} is in the API model, its period is UNCONFIRMED
 * @param noticeDelay how long a connection notice takes to its topic. UNCONFIRMED
 * @param endpointsPerVpc interface endpoints in one VPC. AWS PrivateLink quotas: 50
 * @param rulesPerGroup inbound, and outbound, rules of one group. Amazon VPC quotas: 60
 * @param groupsPerInterface security groups of one interface. Amazon VPC quotas: 5
 * @param groupsPerRegion security groups of one region. Amazon VPC quotas: 2,500
 */
public record Ec2Settings(
    int zones,
    Duration consistencyLag,
    Duration endpointPending,
    Duration endpointDeleting,
    Duration endpointRemembered,
    Duration acceptanceExpiry,
    Duration noticeDelay,
    int endpointsPerVpc,
    int rulesPerGroup,
    int groupsPerInterface,
    int groupsPerRegion) {

  /** What AWS, or whoever else, has published. */
  public static Ec2Settings published() {
    return new Ec2Settings(
        3,
        Duration.ZERO,
        Duration.ofMinutes(2),
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        Duration.ofDays(7),
        Duration.ofSeconds(5),
        50,
        60,
        5,
        2500);
  }

  /** The same with every delay divided, for a world on the wall clock. */
  public Ec2Settings scaled(long divisor) {
    return new Ec2Settings(
        zones,
        consistencyLag.dividedBy(divisor),
        endpointPending.dividedBy(divisor),
        endpointDeleting.dividedBy(divisor),
        endpointRemembered,
        acceptanceExpiry,
        noticeDelay.dividedBy(divisor),
        endpointsPerVpc,
        rulesPerGroup,
        groupsPerInterface,
        groupsPerRegion);
  }

  /** The same with another delay before new resources are listed. */
  public Ec2Settings withConsistencyLag(Duration lag) {
    return new Ec2Settings(
        zones,
        lag,
        endpointPending,
        endpointDeleting,
        endpointRemembered,
        acceptanceExpiry,
        noticeDelay,
        endpointsPerVpc,
        rulesPerGroup,
        groupsPerInterface,
        groupsPerRegion);
  }
}
