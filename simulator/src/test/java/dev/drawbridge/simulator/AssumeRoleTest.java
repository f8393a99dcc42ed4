package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.door.RawCalls;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A role is assumed by those whom its trust policy names, and by nobody else. */
class AssumeRoleTest {
  private static final String PREFIX = "arn:aws:iam::111111111111:role/";

  private final SmallWorld world = new SmallWorld();

  @ParameterizedTest(name = "{0} is assumed by {1} of {2}: {3}")
  @CsvSource({
    "arn:aws:iam::111111111111:root,worker,111111111111,''",
    "111111111111,worker,111111111111,''",
    "arn:aws:iam::111111111111:role/worker,worker,111111111111,''",
    "arn:aws:iam::111111111111:role/worker,other,111111111111,AccessDenied",
    "arn:aws:iam::222222222222:root,worker,222222222222,''",
    "arn:aws:iam::222222222222:root,worker,111111111111,AccessDenied",
    "*,worker,222222222222,''",
    "arn:aws:iam::111111111111:root,root,111111111111,AccessDenied"
  })
  void a_role(String trusted, String role, String account, String code) {
    trust("{\"AWS\":\"%s\"}".formatted(trusted), "");
    assertThat(assume(account, role, "shared", "").code()).isEqualTo(code);
  }

  @Test
  void a_role_of_a_service_is_nobody_elses() {
    trust("{\"Service\":\"lambda.amazonaws.com\"}", "");
    Answer answer = assume("111111111111", "worker", "shared", "");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.message())
        .isEqualTo(
            "User: arn:aws:sts::111111111111:assumed-role/worker/session is not authorized to"
                + " perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/shared");
  }

  @Test
  void what_is_no_role_is_refused_in_the_same_words() {
    Answer answer = assume("111111111111", "worker", "absent", "");
    assertThat(answer.code()).isEqualTo("AccessDenied");
    assertThat(answer.message()).contains("sts:AssumeRole", "role/absent");
  }

  @ParameterizedTest
  @CsvSource({"'',AccessDenied", "&ExternalId=wrong,AccessDenied", "&ExternalId=agreed,''"})
  void an_external_id_must_be_the_one_that_was_agreed(String given, String code) {
    trust(
        "{\"AWS\":\"222222222222\"}",
        ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"agreed\"}}");
    assertThat(assume("222222222222", "worker", "shared", given).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"900,''", "3600,''", "3601,ValidationError"})
  void a_chained_session_lasts_an_hour_at_most(int seconds, String code) {
    trust("{\"AWS\":\"111111111111\"}", "");
    Answer answer = assume("111111111111", "worker", "shared", "&DurationSeconds=" + seconds);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void the_session_that_is_given_acts_as_the_role() {
    trust("{\"AWS\":\"111111111111\"}", "");
    String body = SmallWorld.taken(assume("111111111111", "worker", "shared", ""));
    String token = SmallWorld.found("<SessionToken>(.*?)<", body);
    Answer who =
        world.owner.send(
            "sts", "POST", "/", "Action=GetCallerIdentity", Map.of("X-Amz-Security-Token", token));
    assertThat(who.body()).contains("assumed-role/shared/");
  }

  private void trust(String principal, String more) {
    world.form(
        "iam",
        "CreateRole",
        "RoleName=shared&AssumeRolePolicyDocument={\"Version\":\"2012-10-17\",\"Statement\":[{"
            + "\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
            + principal
            + more
            + "}]}");
  }

  private Answer assume(String account, String role, String name, String more) {
    RawCalls calls = new RawCalls(world.simulator.door(), account, "eu-central-1");
    Map<String, String> headers =
        role.equals("root") ? Map.of() : Map.of("X-Amz-Security-Token", "role/" + role);
    return calls.send(
        "sts",
        "POST",
        "/",
        "Action=AssumeRole&RoleSessionName=me&RoleArn=" + PREFIX + name + more,
        headers);
  }
}
