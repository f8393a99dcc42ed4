package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What RDS refuses where there are read replicas. */
class ReplicaRulesTest {
  private final Rds rds = new Rds(7);
  private final DbId orders = rds.setUp(NewDatabase.instance(Engine.POSTGRESQL, "orders"));

  @Test
  void all_replicas_of_one_source_are_in_one_vpc() {
    VpcRecord vpc = rds.ec2.createVpc(Rds.CALLER, "10.21.0.0/16");
    SubnetRecord subnet = rds.ec2.createSubnet(vpc, "10.21.0.0/24", Rds.REGION + "a");
    rds.service.subnetGroup(Rds.ACCOUNT, Rds.REGION, "elsewhere", List.of(subnet.id()));
    rds.service.addReplica(orders, replica("far").in("elsewhere"));

    assertThatThrownBy(() -> rds.service.addReplica(orders, replica("near").in("private")))
        .isInstanceOfSatisfying(
            ServiceError.class,
            error -> assertThat(error.code()).isEqualTo("InvalidDBSubnetGroupFault"));
    rds.service.addReplica(orders, replica("farther").in("elsewhere"));
    assertThat(rds.service.instances(orders)).hasSize(3);
  }

  @Test
  void neither_a_replica_nor_its_source_can_be_stopped() {
    DbId copy = rds.service.addReplica(orders, replica("copy").in("private"));

    for (DbId each : List.of(orders, copy)) {
      assertThatThrownBy(() -> rds.service.stop(each))
          .isInstanceOfSatisfying(
              ServiceError.class,
              error -> assertThat(error.code()).isEqualTo("InvalidDBInstanceState"));
      assertThat(rds.service.instance(each).serving()).isTrue();
    }
  }

  private static NewDatabase replica(String name) {
    return NewDatabase.instance(Engine.POSTGRESQL, name);
  }
}
