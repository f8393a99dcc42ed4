package dev.drawbridge.engine.definition;

import java.util.Map;
import java.util.Set;

/** The fields that each state type may have in the JSONPath query language. */
final class StateFields {
  private static final Set<String> ANY = Set.of("Type", "Comment", "QueryLanguage");
  private static final Set<String> FLOW = Set.of("InputPath", "OutputPath", "Next", "End");
  private static final Set<String> WORK =
      Set.of("Parameters", "ResultSelector", "ResultPath", "Retry", "Catch");
  private static final Map<String, Set<String>> OWN =
      Map.of(
          "Pass", Set.of("Result", "ResultPath", "Parameters"),
          "Task",
              Set.of(
                  "Resource",
                  "TimeoutSeconds",
                  "TimeoutSecondsPath",
                  "HeartbeatSeconds",
                  "HeartbeatSecondsPath",
                  "Credentials"),
          "Choice", Set.of("Choices", "Default", "InputPath", "OutputPath"),
          "Wait", Set.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath"),
          "Succeed", Set.of("InputPath", "OutputPath"),
          "Fail", Set.of("Error", "ErrorPath", "Cause", "CausePath"),
          "Parallel", Set.of("Branches"),
          "Map",
              Set.of(
                  "ItemsPath",
                  "ItemSelector",
                  "ItemProcessor",
                  "Iterator",
                  "MaxConcurrency",
                  "MaxConcurrencyPath"));

  private StateFields() {}

  static boolean supported(String type, String field) {
    boolean flows = Set.of("Pass", "Task", "Wait", "Parallel", "Map").contains(type);
    boolean works = Set.of("Task", "Parallel", "Map").contains(type);
    return ANY.contains(field)
        || OWN.getOrDefault(type, Set.of()).contains(field)
        || (flows && FLOW.contains(field))
        || (works && WORK.contains(field));
  }
}
