package dev.drawbridge.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final Authorization REGISTER =
      Authorization.of("elasticloadbalancing:RegisterTargets")
          .on("arn:aws:elasticloadbalancing:eu-central-1:111111111111:targetgroup/ours-w/1")
          .with("aws:ResourceTag/owner", "us");

  @Test
  void what_no_statement_allows_is_denied() {
    assertThat(policy("Allow", "rds:*", "*").judge(REGISTER)).isEqualTo(Decision.DENIED);
  }

  @Test
  void one_statement_that_denies_outweighs_all_that_allow() {
    Policy policy =
        Policy.parse(
            """
            {"Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Effect": "Deny", "Action": "elasticloadbalancing:Register*", "Resource": "*"}]}
            """);
    assertThat(policy.judge(REGISTER)).isEqualTo(Decision.EXPLICITLY_DENIED);
  }

  @ParameterizedTest
  @CsvSource({
    "elasticloadbalancing:RegisterTargets, *, true",
    "ELASTICLOADBALANCING:registertargets, *, true",
    "elasticloadbalancing:Register*, arn:aws:elasticloadbalancing:*:*:targetgroup/ours-*/*, true",
    "elasticloadbalancing:Register*, arn:aws:elasticloadbalancing:*:*:targetgroup/ours-?/1, true",
    "elasticloadbalancing:Register*, arn:aws:elasticloadbalancing:*:*:targetgroup/Ours-*/*, false",
    "elasticloadbalancing:Register*, arn:aws:elasticloadbalancing:*:*:targetgroup/theirs-*, false",
    "elasticloadbalancing:Deregister*, *, false",
  })
  void actions_match_in_any_case_and_resources_exactly(
      String action, String resource, boolean allowed) {
    assertThat(policy("Allow", action, resource).allows(REGISTER)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, owner, us, true",
    "StringEquals, owner, them, false",
    "StringEquals, other, us, false",
    "StringLike, owner, u*, true",
    "StringNotEquals, owner, them, true",
    "StringNotEquals, other, us, true",
    "StringNotEquals, owner, us, false",
    "StringEqualsIfExists, other, us, true",
    "Null, owner, false, true",
    "Null, other, false, false",
    "Null, other, true, true",
    "ForAllValues:StringEquals, other, us, true",
    "ForAnyValue:StringEquals, other, us, false",
  })
  void conditions_judge_the_context_as_iam_does(
      String operator, String tag, String value, boolean allowed) {
    Condition condition = new Condition(operator, "aws:ResourceTag/" + tag, List.of(value));
    assertThat(condition.holds(REGISTER)).isEqualTo(allowed);
  }

  @Test
  void for_all_values_wants_each_and_for_any_value_wants_one() {
    Authorization two = Authorization.of("a:b").with("aws:TagKeys", "one", "two");
    assertThat(condition("ForAllValues:StringEquals", "one").holds(two)).isFalse();
    assertThat(condition("ForAllValues:StringEquals", "one", "two").holds(two)).isTrue();
    assertThat(condition("ForAnyValue:StringEquals", "one").holds(two)).isTrue();
  }

  @Test
  void names_of_condition_keys_do_not_depend_on_case() {
    Authorization asked = new Authorization("a:b", "*", Map.of("AWS:tagkeys", List.of("one")));
    assertThat(condition("StringEquals", "one").holds(asked)).isTrue();
  }

  @Test
  void what_is_not_modelled_is_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> condition("NumericLessThan", "1"))
        .withMessageContaining("NumericLessThan");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Policy.parse("{\"Statement\":{\"Effect\":\"Allow\",\"NotAction\":\"a:b\"}}"))
        .withMessageContaining("NotAction");
  }

  private static Condition condition(String operator, String... values) {
    return new Condition(operator, "aws:TagKeys", List.of(values));
  }

  private static Policy policy(String effect, String action, String resource) {
    return new Policy(
        List.of(
            new Statement(effect.equals("Allow"), List.of(action), List.of(resource), List.of())));
  }
}
