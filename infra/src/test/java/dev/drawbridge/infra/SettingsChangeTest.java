package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A change of a setting reaches what answers: published versions and deployments are immutable, and
 * only another logical id makes CloudFormation create another.
 */
class SettingsChangeTest {
  private static final String VERSION = "AWS::Lambda::Version";
  private static final String DEPLOYMENT = "AWS::ApiGateway::Deployment";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "approvers | role/others | DecideApproval",
        "operators | role/others | ReadDatabase",
        "quorum | 2 | DecideApproval",
        "quotas | loadBalancers=80 | CheckQuotas",
        "exposureDefaults | {\"enforcement\":\"on\"} | ReadDatabase",
      })
  void another_value_publishes_another_version(String name, String value, String worker) {
    assertThat(versions(worker, Map.of(name, value))).isNotEqualTo(versions(worker, Map.of()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"organizationId,o-a1b2c3d4e5", "callerAccounts,222222222222"})
  void another_caller_deploys_the_api_again(String name, String value) {
    assertThat(Synthesized.resources(DEPLOYMENT, Map.of(name, value)).keySet())
        .isNotEqualTo(Synthesized.resources(DEPLOYMENT, Map.of()).keySet());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "approvers | '' | approvers is missing",
        "approvers | ada@example.com | neither a role's ARN",
        "quorum | 6 | a number from 1 to 5",
        "quotas | loadBalancers=many | loadBalancers",
        "exposureDefaults | {enforcement} | no JSON",
        "organizationId | example | id of an AWS organisation",
        "callerAccounts | 22222222222 | twelve digits",
      })
  void a_wrong_setting_is_refused_by_name(String name, String value, String words) {
    assertThatThrownBy(() -> Synthesized.resources(VERSION, Map.of(name, value)))
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  @Test
  void the_same_settings_publish_nothing() {
    assertThat(versions("DecideApproval", Map.of()))
        .isEqualTo(versions("DecideApproval", Map.of()));
  }

  private static Set<String> versions(String worker, Map<String, Object> settings) {
    Set<String> ids = new java.util.TreeSet<>(Synthesized.resources(VERSION, settings).keySet());
    ids.removeIf(id -> !id.startsWith(worker));
    assertThat(ids).hasSize(1);
    return ids;
  }
}
