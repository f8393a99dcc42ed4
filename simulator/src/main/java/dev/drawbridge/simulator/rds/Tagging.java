package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Map;

/** Reads and replaces the tags behind an ARN. */
record Tagging(RdsState state, EventSubscriptions subscriptions) {

  Map<String, String> read(Caller caller, String arn) {
    String[] parts = Lookup.tagged(caller, arn);
    DbId id = DbId.of(caller, parts[1]);
    return switch (parts[0]) {
      case "cluster" -> state.cluster(id).tags();
      case "db" -> state.instance(id).tags();
      case "es" -> subscriptions.get(id).tags();
      default -> throw unknown(parts[0]);
    };
  }

  void write(Caller caller, String arn, Map<String, String> tags) {
    String[] parts = Lookup.tagged(caller, arn);
    DbId id = DbId.of(caller, parts[1]);
    switch (parts[0]) {
      case "cluster" -> state.changeCluster(id, c -> c.tags(tags));
      case "db" -> state.change(id, i -> i.tags(tags));
      case "es" -> subscriptions.put(subscriptions.get(id).tags(tags));
      default -> throw unknown(parts[0]);
    }
  }

  private static ServiceError unknown(String kind) {
    return ServiceError.client(
        "InvalidParameterValue",
        "This world models tags of clusters, instances and event subscriptions, not of " + kind);
  }
}
