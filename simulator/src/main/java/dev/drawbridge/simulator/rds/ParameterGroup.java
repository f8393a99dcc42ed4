package dev.drawbridge.simulator.rds;

import java.util.Map;

/**
 * A parameter group of instances or of clusters.
 *
 * @param ofCluster whether it is a DB cluster parameter group
 * @param values what differs from the engine's defaults
 */
record ParameterGroup(DbId id, boolean ofCluster, Engine engine, Map<String, String> values) {
  ParameterGroup {
    values = Map.copyOf(values);
  }
}
