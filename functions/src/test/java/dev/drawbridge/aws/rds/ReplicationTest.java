package dev.drawbridge.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.ReplicationFault;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBInstanceStatusInfo;

class ReplicationTest {
  /** Whatever {@code normal} says, which AWS explains for none of them. */
  @ParameterizedTest
  @CsvSource({
    "replicating, true, false",
    "replication stop point set, true, false",
    "replication degraded, true, true",
    "replication stop point reached, true, true",
    "stopped, true, true",
    "terminated, true, true",
    "error, true, true",
    "anything, false, true"
  })
  void a_replica_that_serves_what_is_old_is_a_fault(String status, boolean normal, boolean fault) {
    DBInstance primary = named("orders").build();
    DBInstance copy =
        named("copy")
            .statusInfos(
                DBInstanceStatusInfo.builder()
                    .statusType("read replication")
                    .status(status)
                    .normal(normal)
                    .build())
            .build();

    List<ReplicationFault> found =
        Translation.instance(primary, List.of(copy), List.of()).replicationFaults();

    assertThat(found)
        .isEqualTo(fault ? List.of(new ReplicationFault("copy", status, "")) : List.of());
  }

  private static DBInstance.Builder named(String name) {
    return DBInstance.builder()
        .dbInstanceIdentifier(name)
        .dbInstanceArn("arn:aws:rds:eu-central-1:111111111111:db:" + name);
  }
}
