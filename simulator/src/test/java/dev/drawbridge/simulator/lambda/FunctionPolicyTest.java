package dev.drawbridge.simulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.DeadLetter;
import dev.drawbridge.simulator.door.RawCalls;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule or a topic reaches a function only where the function's policy lets the service in. */
class FunctionPolicyTest {
  private static final String FUNCTION =
      "arn:aws:lambda:eu-central-1:111111111111:function:listener";
  private static final String RULE = "arn:aws:events:eu-central-1:111111111111:rule/r";
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:t";

  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH, 1);
  private final Simulator simulator = new Simulator(time, Settings.published());
  private final RawCalls owner = new RawCalls(simulator.door(), "111111111111", "eu-central-1");
  private final List<String> ran = new ArrayList<>();

  @BeforeEach
  void connect() {
    simulator
        .lambda()
        .create(
            "111111111111",
            "eu-central-1",
            "listener",
            FunctionSettings.withRole("listener"),
            () -> (in, out, context) -> ran.add(context.invokedArn()));
    json("events", "PutRule", "{'Name':'r','EventPattern':'{\\'source\\':[\\'a\\']}'}");
    target(FUNCTION);
    taken(owner.form("sns", "CreateTopic", "Name=t"));
    taken(
        owner.form(
            "sns", "Subscribe", "TopicArn=" + TOPIC + "&Protocol=lambda&Endpoint=" + FUNCTION));
  }

  @Test
  void without_permission_an_event_is_a_dead_letter_at_once_and_nothing_runs() {
    putEvent();
    assertThat(ran).isEmpty();
    assertThat(simulator.deadLetters().all())
        .singleElement()
        .extracting(DeadLetter::reason)
        .asString()
        .contains("AccessDeniedException", "events.amazonaws.com", "lambda:InvokeFunction");
  }

  @Test
  void without_permission_a_message_of_a_topic_is_a_dead_letter_too() {
    taken(owner.form("sns", "Publish", "Message=m&TopicArn=" + TOPIC));
    time.pause(Duration.ofMinutes(1));
    assertThat(ran).isEmpty();
    assertThat(simulator.deadLetters().all())
        .singleElement()
        .extracting(DeadLetter::reason)
        .asString()
        .contains("sns.amazonaws.com");
  }

  @Test
  void the_dead_letter_lies_in_the_queue_of_the_target() {
    simulator
        .queues()
        .create(
            new Caller("111111111111", "eu-central-1", "root"),
            "dead",
            "events.amazonaws.com",
            RULE);
    String queue = "arn:aws:sqs:eu-central-1:111111111111:dead";
    json(
        "events",
        "PutTargets",
        "{'Rule':'r','Targets':[{'Id':'1','Arn':'%s','DeadLetterConfig':{'Arn':'%s'}}]}"
            .formatted(FUNCTION, queue));
    putEvent();
    assertThat(simulator.queues().bodies(queue)).singleElement().asString().contains("\"a\"");
  }

  @Test
  void with_permission_for_the_source_it_runs_until_the_permission_is_removed() {
    permit("", "'SourceArn':'%s'".formatted(RULE));
    putEvent();
    assertThat(ran).hasSize(1);
    taken(rest("DELETE", "/policy/s", ""));
    putEvent();
    assertThat(ran).hasSize(1);
    assertThat(simulator.deadLetters().all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'SourceArn':'arn:aws:events:eu-central-1:111111111111:rule/other'",
        "'SourceAccount':'222222222222'"
      })
  void a_permission_for_another_source_does_not_help(String source) {
    permit("", source);
    putEvent();
    assertThat(ran).isEmpty();
  }

  @Test
  void a_permission_for_the_account_does() {
    permit("", "'SourceAccount':'111111111111'");
    putEvent();
    assertThat(ran).hasSize(1);
  }

  @Test
  void a_permission_of_the_function_is_none_of_its_alias() {
    target(FUNCTION + ":live");
    permit("", "'SourceArn':'%s'".formatted(RULE));
    putEvent();
    assertThat(ran).isEmpty();
    taken(rest("DELETE", "/policy/s", ""));
    permit("?Qualifier=live", "'SourceArn':'%s'".formatted(RULE));
    putEvent();
    assertThat(ran).hasSize(1);
  }

  @Test
  void a_function_that_is_deployed_again_keeps_its_permissions() {
    simulator.lambda().permissions().allow(FUNCTION, "events.amazonaws.com", RULE);
    simulator
        .lambda()
        .create(
            "111111111111",
            "eu-central-1",
            "listener",
            FunctionSettings.withRole("listener"),
            () -> (in, out, context) -> ran.add("anew"));
    putEvent();
    assertThat(ran).containsExactly("anew");
  }

  private void target(String arn) {
    json("events", "PutTargets", "{'Rule':'r','Targets':[{'Id':'1','Arn':'%s'}]}".formatted(arn));
  }

  private void permit(String query, String source) {
    taken(
        rest(
            "POST",
            "/policy" + query,
            "{'StatementId':'s','Action':'lambda:InvokeFunction','Principal':'events.amazonaws.com',%s}"
                .formatted(source)));
  }

  private void putEvent() {
    json("events", "PutEvents", "{'Entries':[{'Source':'a','DetailType':'d','Detail':'{}'}]}");
    time.pause(Duration.ofMinutes(1));
  }

  private void json(String service, String operation, String body) {
    taken(owner.json(service, operation, quoted(body)));
  }

  private Answer rest(String method, String path, String body) {
    return owner.send(
        "lambda", method, "/2015-03-31/functions/listener" + path, quoted(body), Map.of());
  }

  /** JSON is easier to read here with single quotes. */
  private static String quoted(String body) {
    return body.replace("\\'", "\\\"").replace("'", "\"");
  }

  private static void taken(Answer answer) {
    assertThat(answer.code()).as(answer.body()).isEmpty();
  }
}
