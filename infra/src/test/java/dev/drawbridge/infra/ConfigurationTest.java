package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class ConfigurationTest {

  @Test
  void what_is_not_given_has_its_default() {
    Configuration configuration = read(Map.of());
    assertThat(configuration.quorum()).isEqualTo("1");
    assertThat(configuration.quotas()).isEmpty();
    assertThat(configuration.exposureDefaults()).isEqualTo("{}");
    assertThat(configuration.organizationId()).isEmpty();
    assertThat(configuration.callerAccounts()).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "approvers | '' | approvers is missing",
        "operators | '' | operators is missing",
        "approvers | ada@example.com | neither a role's ARN",
        "quorum | 6 | a number from 1 to 5",
        "quorum | 0 | a number from 1 to 5",
        "quotas | loadBalancers=many | loadBalancers",
        "exposureDefaults | {enforcement} | no JSON",
        "exposureDefaults | [] | JSON object",
        "organizationId | example | id of an AWS organisation",
        "callerAccounts | 22222222222 | twelve digits",
        "issuer | http://login.example.com | an address",
      })
  void a_wrong_setting_is_refused_by_name(String name, String value, String words) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  private static Configuration read(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("approvers", "role/a", "operators", "role/b"));
    all.putAll(settings);
    return Configuration.of(new App(AppProps.builder().context(all).build()).getNode());
  }
}
