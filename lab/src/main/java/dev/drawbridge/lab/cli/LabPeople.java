package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.call.Principal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who calls the lab's API: scratch credentials that only this world knows.
 *
 * @param keys by the name that the shell knows them by
 */
public record LabPeople(Map<String, AccessKey> keys) {
  private static final Map<String, String> WHO =
      Map.of(
          "ADA", "Ada, who owns databases",
          "GRACE", "Grace, who approves",
          "JOAN", "Joan, who approves",
          "CONSUMER", "the consumer's application");

  /** Ada owns databases, Grace and Joan approve, the consumer's application is itself. */
  public static LabPeople of(Scenario scenario) {
    Map<String, AccessKey> keys = new LinkedHashMap<>();
    keys.put("ADA", scenario.people().operator("ada@example.com"));
    keys.put("GRACE", scenario.people().approver("grace@example.com"));
    keys.put("JOAN", scenario.people().approver("joan@example.com"));
    keys.put(
        "CONSUMER",
        scenario
            .world()
            .accessKeys()
            .issue(Principal.session(Scenario.CONSUMER.account(), "application", "lab")));
    return new LabPeople(keys);
  }

  /**
   * Variables for a shell: {@code $ADA} is what curl takes as its user, {@code $ADA_TOKEN} goes
   * along.
   */
  public Map<String, String> variables(URI api) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DRAWBRIDGE_API", api.toString());
    keys.forEach(
        (name, key) -> {
          variables.put(name, key.id() + ":" + key.secret());
          variables.put(name + "_TOKEN", key.sessionToken().orElse(""));
        });
    return variables;
  }

  /** By who somebody is, the line that makes a shell act as that person. */
  public Map<String, String> lines(URI api, String region) {
    Map<String, String> lines = new LinkedHashMap<>();
    keys.forEach(
        (name, key) ->
            lines.put(
                WHO.getOrDefault(name, name),
                "export DRAWBRIDGE_API=%s AWS_REGION=%s AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_SESSION_TOKEN=%s"
                    .formatted(
                        api, region, key.id(), key.secret(), key.sessionToken().orElse(""))));
    return lines;
  }
}
