package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.runtime.Settings;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A change of a setting reaches what answers: published versions and deployments are immutable, and
 * only another logical id makes CloudFormation create another.
 */
class SettingsChangeTest {
  private static final String VERSION = "AWS::Lambda::Version";
  private static final String DEPLOYMENT = "AWS::ApiGateway::Deployment";
  private static final Set<String> SETTINGS =
      Set.of(
          Settings.APPROVERS,
          Settings.OPERATORS,
          Settings.QUORUM,
          Settings.QUOTAS,
          Settings.MAILS,
          Settings.EXPOSURE_DEFAULTS,
          Settings.ISSUER,
          Settings.CLIENT_ID);

  private final Map<String, Object> others =
      Map.of(
          "approvers", "role/others,role/more",
          "operators", "role/others",
          "quorum", "2",
          "quotas", "loadBalancers=80",
          "mails", "others@example.com",
          "exposureDefaults", "{\"enforcement\":\"on\"}",
          "callerAccounts", "222222222222",
          "issuer", "https://login.example.com/realms/other",
          "issuerClientId", "others");

  @Test
  void other_settings_publish_new_versions_of_the_workers_that_read_them_and_of_no_others() {
    Set<String> before = Synthesized.resources(VERSION).keySet();
    Set<String> after = Synthesized.resources(VERSION, others).keySet();
    for (WorkerFunction worker : Catalogue.workers()) {
      boolean reads = !Collections.disjoint(worker.settings(), SETTINGS);
      String id = only(before, worker);
      assertThat(!id.equals(only(after, worker))).as("%s: %s", worker.name(), id).isEqualTo(reads);
    }
  }

  @Test
  void another_caller_deploys_the_api_again() {
    assertThat(Synthesized.resources(DEPLOYMENT, others).keySet())
        .isNotEqualTo(Synthesized.resources(DEPLOYMENT).keySet());
  }

  private static String only(Set<String> ids, WorkerFunction worker) {
    return ids.stream()
        .filter(id -> id.startsWith(worker.name() + "FunctionCurrentVersion"))
        .reduce(
            (a, b) -> {
              throw new AssertionError(a + " and " + b);
            })
        .orElseThrow();
  }
}
