package dev.drawbridge.model;

import java.util.List;

/**
 * A database as RDS describes it, before anything is decided.
 *
 * @param arn of the cluster, or of the instance
 * @param status the status of the cluster, or of the instance
 * @param writerEndpoint the name that the certificate holds for the writer
 * @param readerEndpoint the same for the readers; the writer's where there is none
 * @param securityGroupIds one of each member, without repeats: a rule in one group is enough
 * @param subnetIds of the DB subnet group
 * @param publiclyAccessible identifiers of members with a public address
 * @param parameterGroups where MySQL's host cache is configured
 */
public record DatabaseFacts(
    String identifier,
    String arn,
    String engine,
    String status,
    int port,
    String writerEndpoint,
    String readerEndpoint,
    String vpcId,
    List<String> securityGroupIds,
    List<String> subnetIds,
    List<String> publiclyAccessible,
    ParameterGroups parameterGroups,
    Topology topology) {

  /** Names of parameter groups; those of an instance take precedence over the cluster's. */
  public record ParameterGroups(List<String> ofInstances, List<String> ofCluster) {}
}
