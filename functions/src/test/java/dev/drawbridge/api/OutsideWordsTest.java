package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consumer learns that somebody said no, and not who. */
class OutsideWordsTest {
  private static final String CONSUMER = "222222222222";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grace@example.com (IAM Identity Center) denied endpoint vpce-0a1: ask joan@example.com",
        "arn:aws:iam::111111111111:role/dba, grace denied endpoint vpce-0a1",
        "the execution ended as FAILED: Denied: grace denied endpoint vpce-0a1: a: b\nc",
        "grace denied endpoint vpce-0a1: no; its endpoint could not be rejected: AccessDenied"
      })
  void a_denial_names_the_endpoint_and_nobody(String failure) {
    assertThat(OutsideWords.of(failure, CONSUMER))
        .isEqualTo("an approver denied endpoint vpce-0a1");
  }

  @Test
  void arns_of_others_are_withheld_and_the_consumers_own_are_not() {
    assertThat(
            OutsideWords.of(
                "busy by arn:aws:states:eu-central-1:111111111111:execution:onboard-consumer:api-0-1;"
                    + " (arn:aws:iam::333333333333:root), for arn:aws:iam::222222222222:role/etl",
                CONSUMER))
        .isEqualTo(
            "busy by something of the provider's; (something of the provider's),"
                + " for arn:aws:iam::222222222222:role/etl");
  }

  @Test
  void other_failures_stay_as_they_are() {
    assertThat(OutsideWords.of("nobody came in time", CONSUMER)).isEqualTo("nobody came in time");
  }
}
