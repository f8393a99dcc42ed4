package dev.drawbridge.infra;

import dev.drawbridge.runtime.Settings;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of each worker: the settings that the catalogue says it needs. */
final class Environments {
  private final Map<String, String> values;

  Environments(
      Storage storage,
      Topics topics,
      StateMachineArns arns,
      FunctionArns functions,
      People people) {
    values =
        Map.of(
            Settings.TABLE, storage.table().getTableName(),
            Settings.KEY, storage.tokenKey().getKeyArn(),
            Settings.CONNECTIONS_TOPIC, topics.connections().getTopicArn(),
            Settings.PEOPLE_TOPIC, topics.people().getTopicArn(),
            Settings.REFRESH_STATE_MACHINE, arns.live(StateMachineArns.REFRESH),
            Settings.ONBOARDING_STATE_MACHINE, arns.live(StateMachineArns.ONBOARD),
            Settings.APPROVERS, people.approvers(),
            Settings.OPERATORS, people.operators(),
            Settings.QUORUM, people.quorum(),
            Settings.WARM_FUNCTIONS, String.join(",", functions.keptAlive()));
  }

  /**
   * @throws IllegalArgumentException naming a setting that this stack has no value for
   */
  Map<String, String> of(WorkerFunction worker) {
    Map<String, String> variables = new TreeMap<>();
    for (String setting : worker.settings()) {
      String value = values.get(setting);
      if (value == null) {
        throw new IllegalArgumentException(
            worker.name() + " needs setting " + setting + ", which the stack does not know");
      }
      variables.put(setting, value);
    }
    return variables;
  }
}
