package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.model.SomeChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardRequestReaderTest {
  private static final String PROVIDER = "111111111111";
  private static final String GOOD =
      """
      {"databaseIdentifier": "orders", "consumerAccountId": "222222222222"}
      """;

  @Test
  void a_short_request_says_nothing_of_the_exposure() {
    OnboardRequest request = OnboardRequestReader.read(GOOD, PROVIDER);
    assertThat(request.settings()).isEqualTo(SettingsChange.NONE);
  }

  @Test
  void a_full_request_is_read_as_it_stands() {
    OnboardRequest request =
        OnboardRequestReader.read(
            """
            {"databaseIdentifier": "orders-2", "consumerAccountId": "222222222222",
             "readerPort": 4306, "writerPort": 4307, "enforcement": "on",
             "consumerCidrs": ["10.2.0.0/16", "10.2.0.0/16", "10.3.4.0/24"],
             "acceptHostBlockRisk": true, "manageDatabaseSecurityGroup": false,
             "consumerVpcId": "vpc-0123456789abcdef0"}
            """,
            PROVIDER);
    assertThat(request.consumerCidrs()).containsExactly("10.2.0.0/16", "10.3.4.0/24");
    assertThat(request.settings())
        .isEqualTo(
            SomeChange.ofListeners(4306, 4307, Enforcement.ON)
                .manages(false)
                .acceptsHostBlockRisk(true)
                .said());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "consumerAccountId | '12'                    | twelve digits",
        "consumerAccountId | 222222222222            | twelve digits",
        "consumerAccountId | '22222222222a'          | twelve digits",
        "consumerAccountId | '111111111111'          | provider's own",
        "databaseIdentifier | 'orders-'              | identifier or the ARN",
        "databaseIdentifier | 'a--b'                 | identifier or the ARN",
        "databaseIdentifier | ''                     | identifier or the ARN",
        "requestedBy | 'https://evil.example'        | signature",
        "approvers | ['alice']                       | belong to the installation",
        "plan | true                                 | request of the database's owner",
        "force | false                               | request of the database's owner",
        "databaseResourceId | 'cluster-A'            | request of the database's owner",
        "hold | true                                 | /databases/{id}/hold",
        "readerPort | 0                              | 1 to 65535",
        "readerPort | 65536                          | 1 to 65535",
        "readerPort | 3306.5                         | whole number",
        "readerPort | '3306'                         | whole number",
        "writerPort | 99999999999                    | 1 to 65535",
        "enforcement | 'ON'                          | \"on\" or \"off\"",
        "enforcement | true                          | \"on\" or \"off\"",
        "consumerCidrs | ['10.2.0.1/16']             | outside its prefix",
        "consumerCidrs | ['10.2.0.0/7']              | from 8 to 32",
        "consumerCidrs | ['300.2.0.0/16']            | IPv4 block",
        "consumerCidrs | ['010.2.0.0/16']            | without leading zeros",
        "consumerCidrs | ['10.2.00.0/16']            | without leading zeros",
        "consumerCidrs | ['10.2.0.0/016']            | IPv4 block",
        "consumerCidrs | ['10.2.0.0/08']             | without leading zeros",
        "consumerCidrs | ['fd00::/8']                | IPv4 block",
        "acceptHostBlockRisk | 'yes'                 | true or false",
        "acceptHostBlockRisk | null                  | true or false",
        "enforcement | null                          | \"on\" or \"off\"",
        "readerPort | null                           | whole number",
        "consumerCidrs | null                        | list of texts",
        "consumerVpcId | null                        | id of a VPC",
        "databaseIdentifier | null                   | identifier or the ARN",
        "subnetIds | ['subnet-XYZ']                  | ids of subnets",
        "quorum | 0                                  | 1 to 5",
        "consumerVpcId | 'vpc-XYZ'                   | id of a VPC",
        "switching | 'warm'                          | were given up",
        "switching | 'hot'                           | no such mode",
        "switching | 7                               | \"register\"",
        "consumerAcountId | '222222222222'           | unknown field",
      })
  void a_wrong_field_is_refused_by_name_and_value(String field, String value, String rule) {
    String json = value.replace('\'', '"');
    String rest = GOOD.strip().substring(1);
    String others = rest.replaceFirst("\"" + field + "\": \"[^\"]*\",? ?", "").replace(", }", "}");
    assertThatThrownBy(
            () ->
                OnboardRequestReader.read(
                    "{\"%s\": %s, %s".formatted(field, json, others), PROVIDER))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith(field + ":")
        .hasMessageContaining(rule)
        .message()
        .satisfies(
            message ->
                assertThat(json.replaceAll("[\\[\\]\" ]", ""))
                    .satisfiesAnyOf(
                        whole -> assertThat(message.replaceAll("[\\[\\]\" ]", "")).contains(whole),
                        part -> assertThat(message).contains(part.split(",", -1)[1])));
  }

  @ParameterizedTest
  @CsvSource({"databaseIdentifier", "consumerAccountId"})
  void a_missing_field_is_named(String field) {
    String without = GOOD.replaceFirst("\"" + field + "\"", "\"consumerVpcId\"");
    assertThatThrownBy(() -> OnboardRequestReader.read(without, PROVIDER))
        .isInstanceOf(InvalidRequest.class)
        .message()
        .containsAnyOf(field + ": is missing", "consumerVpcId");
  }

  @Test
  void equal_ports_are_refused() {
    assertThatThrownBy(
            () ->
                OnboardRequestReader.read(
                    GOOD.replace("}", ", \"readerPort\": 3306, \"writerPort\": 3306}"), PROVIDER))
        .hasMessageStartingWith("writerPort: 3306");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"databaseIdentifier\"",
        "not json",
        "{\"databaseIdentifier\":\"a\",\"databaseIdentifier\":\"b\"}",
        "{} {}",
      })
  void malformed_json_is_refused(String text) {
    assertThatThrownBy(() -> OnboardRequestReader.read(text, PROVIDER))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("malformed JSON");
  }

  @ParameterizedTest
  @CsvSource({"[]", "7", "null", "text"})
  void only_an_object_is_a_request(String text) {
    String json = text.equals("text") ? "\"text\"" : text;
    assertThatThrownBy(() -> OnboardRequestReader.read(json, PROVIDER))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("expected a JSON object");
  }
}
