package dev.drawbridge.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Every way in which RDS says that a database is a part or a copy of another. */
class OwnersTest {
  private static final String REGION = "arn:aws:rds:eu-central-1:111111111111:";
  private static final String ELSEWHERE = "arn:aws:rds:us-east-1:111111111111:db:orders";
  private static final String CLUSTER = REGION + "cluster:orders";
  private static final String INSTANCE = REGION + "db:orders";

  private final DBInstance.Builder instance =
      DBInstance.builder().dbInstanceArn(REGION + "db:copy");
  private final DBCluster.Builder cluster =
      DBCluster.builder().dbClusterArn(REGION + "cluster:copy");

  @Test
  void an_instance_belongs_to_its_cluster_or_to_what_it_replicates() {
    assertThat(Owners.of(instance.build())).isEmpty();
    assertThat(Owners.of(instance.dbClusterIdentifier("orders").build())).contains(CLUSTER);
    assertThat(
            Owners.of(
                instance
                    .dbClusterIdentifier(null)
                    .readReplicaSourceDBInstanceIdentifier("orders")
                    .build()))
        .contains(INSTANCE);
    assertThat(Owners.of(instance.readReplicaSourceDBInstanceIdentifier(ELSEWHERE).build()))
        .contains(ELSEWHERE);
    assertThat(
            Owners.of(
                instance
                    .readReplicaSourceDBInstanceIdentifier(null)
                    .readReplicaSourceDBClusterIdentifier("orders")
                    .build()))
        .contains(CLUSTER);
  }

  @Test
  void a_cluster_belongs_to_the_cluster_or_instance_that_it_replicates() {
    assertThat(Owners.of(cluster.build())).isEmpty();
    assertThat(Owners.of(cluster.replicationSourceIdentifier(CLUSTER).build())).contains(CLUSTER);
    assertThat(Owners.of(cluster.replicationSourceIdentifier(INSTANCE).build())).contains(INSTANCE);
    assertThat(Owners.of(cluster.replicationSourceIdentifier(ELSEWHERE).build()))
        .contains(ELSEWHERE);
  }
}
