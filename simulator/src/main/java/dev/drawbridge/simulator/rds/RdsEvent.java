package dev.drawbridge.simulator.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One RDS event as it was recorded.
 *
 * @param eventId for example {@code RDS-EVENT-0071}
 * @param source what it is about
 * @param kind what kind of source that is
 * @param categories its categories
 * @param message its text
 * @param at when it happened
 * @param tags the source's tags
 */
record RdsEvent(
    String eventId,
    DbId source,
    Kind kind,
    List<String> categories,
    String message,
    Instant at,
    Map<String, String> tags) {

  /** Sources of events: EventBridge's names, the API's name, and the ARN's. */
  enum Kind {
    CLUSTER("RDS DB Cluster Event", "CLUSTER", "db-cluster", "cluster"),
    INSTANCE("RDS DB Instance Event", "DB_INSTANCE", "db-instance", "db"),
    BLUE_GREEN(
        "RDS Blue Green Deployment Event",
        "BLUE_GREEN_DEPLOYMENT",
        "blue-green-deployment",
        "deployment");

    final String detailType;
    final String sourceType;
    final String apiName;
    final String arnKind;

    Kind(String detailType, String sourceType, String apiName, String arnKind) {
      this.detailType = detailType;
      this.sourceType = sourceType;
      this.apiName = apiName;
      this.arnKind = arnKind;
    }
  }

  String arn() {
    return source.arn(kind.arnKind);
  }
}
