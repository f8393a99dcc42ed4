package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesTest {
  @ParameterizedTest
  @ValueSource(strings = {"aurora-mysql", "aurora-postgresql", "mariadb", "mysql", "postgres"})
  void what_is_known_passes(String engine) {
    assertThatCode(() -> Engines.check(database(engine))).doesNotThrowAnyException();
  }

  /** All that CreateDBInstance and CreateDBCluster take besides, and what only looks known. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aurora", // Aurora MySQL 5.6, which is over
        "custom-oracle-ee",
        "custom-oracle-ee-cdb",
        "custom-oracle-se2",
        "custom-sqlserver-dev",
        "custom-sqlserver-ee",
        "custom-sqlserver-se",
        "custom-sqlserver-web",
        "db2-ae",
        "db2-se",
        "docdb",
        "neptune",
        "oracle-ee",
        "oracle-ee-cdb",
        "oracle-se2",
        "oracle-se2-cdb",
        "sqlserver-dev-ee",
        "sqlserver-ee",
        "sqlserver-ex",
        "sqlserver-se",
        "sqlserver-web",
        "postgresql",
        "MYSQL",
        " mysql",
        ""
      })
  void whatever_else_there_is_is_refused_by_name(String engine) {
    assertThatThrownBy(() -> Engines.check(database(engine)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("its engine is " + engine + "; known are aurora-mysql");
  }

  private static DatabaseFacts database(String engine) {
    return Truths.cluster(
        "arn:aws:rds:eu-central-1:111111111111:cluster:papers", "cluster-A", engine);
  }
}
