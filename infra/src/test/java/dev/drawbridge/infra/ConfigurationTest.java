package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.constructs.Node;

class ConfigurationTest {
  private static final String DBA = "role/AWSReservedSSO_Dba_0123456789abcdef";

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
        "quorum | 2 | approvers name only one role",
        "exposureDefaults | {\"quorum\":2} | approvers name only one role",
        "quotas | loadBalancers=many | loadBalancers",
        "exposureDefaults | {enforcement} | no JSON",
        "exposureDefaults | [] | JSON object",
        "exposureDefaults | {\"enforcment\":\"on\"} | enforcment",
        "exposureDefaults | {\"readerPort\":\"x\"} | a whole number from 1 to 65535",
        "exposureDefaults | {\"consumerAccountId\":\"222222222222\"} | consumerAccountId",
        "organizationId | example | id of an AWS organisation",
        "callerAccounts | 22222222222 | twelve digits",
        "issuer | http://login.example.com | an address",
        "userPool | yes | on or off",
        "prefix | Drawbridge | small letters",
        "prefix | aws-databases | not beginning with aws",
        "permissionsBoundary | arn:aws:iam::111111111111:role/boundary | managed policy",
        "rolePath | platform | a path of IAM",
        "tags | owner | names and values",
        "tags | AWS:owner=dba | names and values",
        "tags | 'owner=dba,owner=dbb' | twice",
        "tokenKey | alias/tokens | ARN of a symmetric key",
        "topicKey | 00000000-0000-0000-0000-000000000000 | ARN of a symmetric key",
        "deletionProtection | true | on or off",
        "mails | dba | addresses",
        "mails | 'dba@example.com,DBA@example.com' | names \"DBA@example.com\" twice",
        "slack | '#databases' | ids of a workspace and a channel",
        "aproves | role/dba | no setting",
      })
  void a_wrong_setting_is_refused_by_name(String name, String value, String words) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  @Test
  void a_quorum_is_not_above_the_people_whom_the_approvers_can_be() {
    assertThat(read(Map.of("approvers", "role/a,role/b", "quorum", "2")).quorum()).isEqualTo("2");
    for (String many : List.of("group:dba", DBA, "arn:aws:iam::222222222222:" + DBA)) {
      assertThat(read(Map.of("approvers", many, "quorum", "5")).quorum()).isEqualTo("5");
    }
  }

  @Test
  void a_wrong_setting_is_one_line_and_no_stack_trace() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    App app = new App(AppProps.builder().context(Map.of("approvers", "role/a")).build());
    assertThat(DrawbridgeApp.synthesize(app, new PrintStream(said, true, StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("drawbridge: context operators is missing; give it with -c operators=...");
  }

  @Test
  void a_list_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> read(Map.of("approvers", List.of("role/a", "role/b"))))
        .hasMessageContaining("approvers is a list or an object; write it as a text");
  }

  @Test
  void settings_that_do_not_fit_into_a_functions_environment_together_are_refused() {
    Map<String, Object> most = new HashMap<>();
    most.put("exposureDefaults", "{" + " ".repeat(2046) + "}");
    most.put("quotas", "");
    most.put("operators", padded("role/b", 3300 - 2048 - "role/a".length()));
    assertThat(read(most).operators()).hasSize(1246);

    most.put("operators", padded("role/b", 1247));
    assertThatThrownBy(() -> read(most))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("approvers, operators, exposureDefaults and quotas have 3301 bytes");
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(length - text.length());
  }

  private static Configuration read(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("approvers", "role/a", "operators", "role/b"));
    all.putAll(settings);
    Node app = new App(AppProps.builder().context(all).build()).getNode();
    Setting.requireKnown(app);
    LandingZone.of(app);
    return Configuration.of(app);
  }
}
