package dev.drawbridge.infra;

import dev.drawbridge.plan.InstallationName;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.workflows.StateMachine;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of each worker: the settings that the catalogue says it needs. */
final class Environments {
  private final Map<String, String> values;

  Environments(
      LandingZone zone,
      Storage storage,
      Topics topics,
      InstallationArns arns,
      Configuration configuration,
      GatewayIds gateways) {
    values =
        Map.ofEntries(
            Map.entry(InstallationName.VARIABLE, zone.names().prefix()),
            Map.entry(Settings.PAGES_URL, gateways.pagesUrl()),
            Map.entry(Settings.ISSUER, gateways.issuer()),
            Map.entry(Settings.CLIENT_ID, gateways.clientId()),
            Map.entry(Settings.TABLE, storage.table().getTableName()),
            Map.entry(Settings.KEY, storage.tokenKey().getKeyArn()),
            Map.entry(Settings.CONNECTIONS_TOPIC, topics.connections().getTopicArn()),
            Map.entry(Settings.PEOPLE_TOPIC, topics.people().getTopicArn()),
            Map.entry(Settings.MAILS, String.valueOf(zone.mails().size())),
            Map.entry(Settings.REFRESH_STATE_MACHINE, arns.liveMachine(StateMachine.REFRESH)),
            Map.entry(Settings.ONBOARDING_STATE_MACHINE, arns.liveMachine(StateMachine.ONBOARD)),
            Map.entry(Settings.OFFBOARDING_STATE_MACHINE, arns.liveMachine(StateMachine.OFFBOARD)),
            Map.entry(Settings.APPROVERS, configuration.approvers()),
            Map.entry(Settings.OPERATORS, configuration.operators()),
            Map.entry(Settings.QUORUM, configuration.quorum()),
            Map.entry(Settings.QUOTAS, configuration.quotas()),
            Map.entry(Settings.EXPOSURE_DEFAULTS, configuration.exposureDefaults()),
            Map.entry(Settings.WARM_FUNCTIONS, String.join(",", arns.keptAlive())));
  }

  /**
   * @throws IllegalArgumentException naming a setting that this stack has no value for
   */
  Map<String, String> of(WorkerFunction worker) {
    Map<String, String> variables = new TreeMap<>();
    put(variables, worker, InstallationName.VARIABLE);
    worker.settings().forEach(setting -> put(variables, worker, setting));
    return variables;
  }

  private void put(Map<String, String> variables, WorkerFunction worker, String setting) {
    String value = values.get(setting);
    if (value == null) {
      throw new IllegalArgumentException(
          worker.name() + " needs setting " + setting + ", which the stack does not know");
    }
    variables.put(setting, value);
  }
}
