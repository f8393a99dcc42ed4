package dev.drawbridge.aws.rds;

import dev.drawbridge.model.DatabaseFacts;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * Which instances of a database stand in its VPC. RDS makes a read replica in another one of the
 * same region, too: no load balancer leads there, its security groups admit none of ours by
 * reference, and its address may be that of another host here, where both VPCs use one block.
 *
 * @param vpcId of the database; empty while no instance shows one
 * @param within those that stand there, and those that show no VPC yet
 * @param beyond the others
 */
record Reach(String vpcId, List<DBInstance> within, List<DatabaseFacts.Elsewhere> beyond) {
  /**
   * Of all instances.
   *
   * @param decisive those that say which VPC is the database's, the first one that can
   */
  static Reach of(List<DBInstance> decisive, List<DBInstance> all) {
    String vpc = decisive.stream().flatMap(one -> vpc(one).stream()).findFirst().orElse("");
    return new Reach(
        vpc,
        all.stream().filter(one -> !isBeyond(vpc, one)).toList(),
        all.stream()
            .filter(one -> isBeyond(vpc, one))
            .map(
                one -> new DatabaseFacts.Elsewhere(one.dbInstanceIdentifier(), vpc(one).orElse("")))
            .toList());
  }

  private static boolean isBeyond(String vpc, DBInstance instance) {
    return !vpc.isEmpty() && vpc(instance).filter(own -> !own.equals(vpc)).isPresent();
  }

  /** An instance that is being created may show none yet. */
  static Optional<String> vpc(DBInstance instance) {
    return Optional.ofNullable(instance.dbSubnetGroup())
        .flatMap(group -> Optional.ofNullable(group.vpcId()))
        .filter(vpc -> !vpc.isEmpty());
  }
}
