package dev.drawbridge.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBInstanceStatusInfo;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** An instance in another VPC takes no part in what a load balancer does. */
class TranslationTest {
  private final DBInstance primary = instance("orders", "vpc-a", "sg-a", 5432).build();
  private final DBInstance near = instance("near", "vpc-a", "sg-a", 5433).build();
  private final DBInstance far =
      instance("far", "vpc-b", "sg-b", 5434)
          .publiclyAccessible(true)
          .statusInfos(
              DBInstanceStatusInfo.builder()
                  .statusType("read replication")
                  .status("error")
                  .normal(false)
                  .build())
          .build();

  @Test
  void a_replica_in_another_vpc_lends_the_database_neither_groups_nor_subnets_nor_members() {
    DatabaseFacts facts = Translation.instance(primary, List.of(far, near), List.of());
    assertThat(facts.vpcId()).isEqualTo("vpc-a");
    assertThat(facts.topology().members())
        .extracting(Member::identifier)
        .containsExactly("orders", "near");
    assertThat(facts.securityGroupIds()).containsExactly("sg-a");
    assertThat(facts.attachedGroupIds()).containsExactly("sg-a");
    assertThat(facts.subnetIds()).containsExactly("subnet-of-vpc-a");
    assertThat(facts.publiclyAccessible()).isEmpty();
    assertThat(facts.replicationFaults()).isEmpty();
    assertThat(facts.elsewhere()).containsExactly(new DatabaseFacts.Elsewhere("far", "vpc-b"));
  }

  @Test
  void what_has_no_ipv4_address_by_its_network_type_is_named_with_it() {
    DBInstance six = near.toBuilder().networkType("IPV6").build();
    DBInstance both = primary.toBuilder().networkType("DUAL").build();
    assertThat(Translation.instance(both, List.of(six), List.of()).withoutIpv4())
        .containsExactly("near is of IPV6");
    assertThat(Translation.instance(primary, List.of(near), List.of()).withoutIpv4()).isEmpty();
    DBCluster cluster =
        DBCluster.builder()
            .dbClusterIdentifier("orders")
            .dbClusterArn("arn:aws:rds:eu-central-1:111111111111:cluster:orders")
            .networkType("IPV6")
            .build();
    assertThat(Translation.cluster(cluster, List.of(both)).withoutIpv4())
        .containsExactly("orders is of IPV6");
  }

  @Test
  void a_replica_says_not_which_vpc_is_the_databases() {
    DBInstance nowhere = primary.toBuilder().dbSubnetGroup(DBSubnetGroup.builder().build()).build();
    DatabaseFacts facts = Translation.instance(nowhere, List.of(far), List.of());
    assertThat(facts.vpcId()).isEmpty();
    assertThat(facts.elsewhere()).isEmpty();
  }

  @Test
  void a_member_of_a_cluster_that_is_elsewhere_is_not_taken_for_one_that_nobody_has_seen() {
    DBCluster cluster =
        DBCluster.builder()
            .dbClusterIdentifier("orders")
            .dbClusterArn("arn:aws:rds:eu-central-1:111111111111:cluster:orders")
            .port(5432)
            .dbClusterMembers(
                DBClusterMember.builder()
                    .dbInstanceIdentifier("near")
                    .isClusterWriter(true)
                    .build(),
                DBClusterMember.builder()
                    .dbInstanceIdentifier("far")
                    .isClusterWriter(false)
                    .build())
            .build();
    DatabaseFacts facts = Translation.cluster(cluster, List.of(near, far));
    assertThat(facts.topology().members()).extracting(Member::identifier).containsExactly("near");
    assertThat(facts.elsewhere()).extracting("vpcId").containsExactly("vpc-b");
  }

  private static DBInstance.Builder instance(String name, String vpc, String group, int port) {
    return DBInstance.builder()
        .dbInstanceIdentifier(name)
        .dbInstanceArn("arn:aws:rds:eu-central-1:111111111111:db:" + name)
        .dbiResourceId("db-" + name)
        .dbInstanceStatus("available")
        .availabilityZone("eu-central-1a")
        // Both VPCs may use one block, so that the address alone tells nothing.
        .endpoint(endpoint -> endpoint.address(name + ".rds").port(port))
        .dbSubnetGroup(
            subnets ->
                subnets
                    .vpcId(vpc)
                    .subnets(Subnet.builder().subnetIdentifier("subnet-of-" + vpc).build()))
        .vpcSecurityGroups(VpcSecurityGroupMembership.builder().vpcSecurityGroupId(group).build());
  }
}
