package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.door.Clients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.RdsException;

/** Requests that RDS refuses though each of their parameters is one. */
class WrongRequestsTest {
  private final Rds rds = new Rds(11);
  private final RdsClient client =
      new Clients(rds.scheduler, rds.service.service()).of(RdsClient.builder());

  @BeforeEach
  void makeCluster() {
    rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @ParameterizedTest
  @CsvSource({
    "mysql, db.r6g.large, InvalidParameterCombination",
    "aurora-postgresql, db.r6g.large, InvalidParameterCombination",
    "aurora-mysql, r6g.large, InvalidParameterValue",
    "aurora-mysql, db.r6g, InvalidParameterValue",
    "aurora-mysql, db.r6g.huge, InvalidParameterValue",
    "aurora-mysql, large, InvalidParameterValue",
  })
  void a_member_that_does_not_fit_its_cluster_is_not_made(
      String engine, String instanceClass, String code) {
    refused(() -> create(engine, instanceClass), code);
    assertThat(client.describeDBInstances().dbInstances()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "db.r6g.large",
    "db.t4g.medium",
    "db.r6id.32xlarge",
    "db.serverless",
    "db.x2iedn.xlarge"
  })
  void a_member_of_any_family_and_size_is_made(String instanceClass) {
    create("aurora-mysql", instanceClass);
    assertThat(client.describeDBInstances().dbInstances()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_member_of_a_cluster_leaves_no_final_snapshot(boolean skip) {
    refused(
        () ->
            client.deleteDBInstance(
                r ->
                    r.dbInstanceIdentifier("orders-2")
                        .finalDBSnapshotIdentifier("last")
                        .skipFinalSnapshot(skip)),
        "InvalidParameterCombination");
    assertThat(client.describeDBInstances().dbInstances())
        .allMatch(each -> each.dbInstanceStatus().equals("available"));
  }

  private void create(String engine, String instanceClass) {
    client.createDBInstance(
        r ->
            r.dbInstanceIdentifier("orders-9")
                .dbClusterIdentifier("orders")
                .engine(engine)
                .dbInstanceClass(instanceClass));
  }

  private static void refused(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RdsException.class,
            error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }
}
