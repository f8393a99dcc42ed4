package dev.drawbridge.simulator.rds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The categories of events by kind of source ("Amazon RDS event categories", RDS User Guide). */
final class EventCategories {
  /** Every kind of source, those included of which there is nothing here (API Reference). */
  static final Set<String> SOURCES =
      Set.of(
          "db-instance",
          "db-cluster",
          "db-parameter-group",
          "db-security-group",
          "db-snapshot",
          "db-cluster-snapshot",
          "db-proxy",
          "zero-etl",
          "custom-engine-version",
          "blue-green-deployment");

  static final Map<String, List<String>> BY_SOURCE =
      new TreeMap<>(
          Map.of(
              "db-instance",
              List.of(
                  "availability",
                  "backtrack",
                  "backup",
                  "configuration change",
                  "creation",
                  "deletion",
                  "failover",
                  "failure",
                  "low storage",
                  "maintenance",
                  "notification",
                  "read replica",
                  "recovery",
                  "restoration",
                  "security",
                  "security patching"),
              "db-cluster",
              List.of(
                  "configuration change",
                  "creation",
                  "deletion",
                  "failover",
                  "failure",
                  "global-failover",
                  "maintenance",
                  "migration",
                  "notification",
                  "serverless"),
              "blue-green-deployment",
              List.of("creation", "deletion", "failure", "notification"),
              "db-parameter-group",
              List.of("configuration change"),
              "db-security-group",
              List.of("configuration change", "failure")));

  private EventCategories() {}
}
