package dev.drawbridge.simulator.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.door.Clients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

class EventBridgeServiceTest {
  private static final String FUNCTION =
      "arn:aws:lambda:eu-central-1:111111111111:function:trigger:live";
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:111111111111:dead";

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), 1);
  private final List<String> taken = new ArrayList<>();
  private final List<String> queued = new ArrayList<>();
  private Optional<Target.Refused> refusal = Optional.empty();
  private int tries;
  private final DeadLetters letters = new DeadLetters((queue, payload) -> queued.add(payload));
  private final EventBridgeService service =
      new EventBridgeService(
          scheduler, this::take, letters, EventSettings.published().acceptingAwsSources());
  private final EventBridgeClient events =
      new Clients(scheduler, service.service()).of(EventBridgeClient.builder());

  @BeforeEach
  void makeRule() {
    events.putRule(
        r ->
            r.name("failovers")
                .eventPattern(
                    """
                    {"source": ["aws.rds"], "detail": {"EventID": ["RDS-EVENT-0071"]}}\
                    """));
    target("failovers", t -> t.id("1").arn(FUNCTION).deadLetterConfig(d -> d.arn(QUEUE)));
  }

  @Test
  void an_event_that_matches_reaches_the_target_and_another_does_not() {
    send("RDS-EVENT-0071");
    send("RDS-EVENT-0006");
    assertThat(taken).isEmpty();
    scheduler.pause(Duration.ofMinutes(1));

    assertThat(taken)
        .singleElement()
        .asString()
        .contains("\"source\":\"aws.rds\"")
        .contains("\"account\":\"111111111111\"")
        .contains("\"EventID\":\"RDS-EVENT-0071\"");
  }

  @Test
  void a_disabled_rule_takes_nothing() {
    events.disableRule(r -> r.name("failovers"));
    send("RDS-EVENT-0071");
    scheduler.pause(Duration.ofMinutes(1));

    assertThat(taken).isEmpty();
    assertThat(events.describeRule(r -> r.name("failovers")).state()).isEqualTo(RuleState.DISABLED);
  }

  @Test
  void a_refusal_for_now_is_tried_again_until_it_is_taken() {
    refusal = Optional.of(Target.Refused.forNow("throttled"));
    send("RDS-EVENT-0071");
    scheduler.pause(Duration.ofSeconds(20));
    assertThat(tries).isGreaterThan(2);
    refusal = Optional.empty();
    scheduler.pause(Duration.ofMinutes(1));

    assertThat(taken).hasSize(1);
    assertThat(letters.all()).isEmpty();
  }

  @Test
  void a_refusal_for_good_ends_in_the_dead_letter_queue() {
    refusal = Optional.of(Target.Refused.forGood("no such function"));
    send("RDS-EVENT-0071");
    scheduler.pause(Duration.ofMinutes(1));

    assertThat(tries).isEqualTo(1);
    assertThat(queued).singleElement().asString().contains("RDS-EVENT-0071");
    assertThat(letters.all().getFirst().reason()).isEqualTo("no such function");
  }

  @Test
  void the_retry_policy_of_the_target_bounds_the_tries() {
    target("failovers", t -> t.id("1").arn(FUNCTION).retryPolicy(p -> p.maximumRetryAttempts(2)));
    refusal = Optional.of(Target.Refused.forNow("throttled"));
    send("RDS-EVENT-0071");
    scheduler.pause(Duration.ofDays(2));

    assertThat(tries).isEqualTo(3);
    assertThat(letters.all()).hasSize(1);
  }

  @Test
  void events_are_lost_doubled_and_overtake_each_other_when_the_settings_say_so() {
    service.delivery(
        DeliverySettings.faithful(Spread.between(Duration.ZERO, Duration.ofSeconds(30)), List.of())
            .losing(0.3)
            .doubling(0.3));
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sent.add(send("RDS-EVENT-0071").entries().getFirst().eventId());
      scheduler.pause(Duration.ofMillis(100));
    }
    scheduler.pause(Duration.ofMinutes(1));

    List<String> order =
        taken.stream().map(e -> e.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")).toList();
    assertThat(new HashSet<>(order)).hasSizeBetween(100, 180).isSubsetOf(sent);
    assertThat(order.size()).isGreaterThan(new HashSet<>(order).size() + 20);
    assertThat(order.stream().map(sent::indexOf).toList())
        .isNotEqualTo(order.stream().map(sent::indexOf).sorted().toList());
  }

  @Test
  void a_schedule_fires_at_its_rate_until_it_is_disabled() {
    events.putRule(r -> r.name("drift").scheduleExpression("rate(1 minute)"));
    target("drift", t -> t.id("1").arn(FUNCTION));
    scheduler.pause(Duration.ofMinutes(10).plusSeconds(10));
    assertThat(taken).hasSize(10);
    assertThat(taken.getFirst()).contains("\"detail-type\":\"Scheduled Event\"");

    events.disableRule(r -> r.name("drift"));
    scheduler.pause(Duration.ofMinutes(10));
    assertThat(taken).hasSize(10);
  }

  @Test
  void a_constant_input_replaces_the_event() {
    target("failovers", t -> t.id("1").arn(FUNCTION).input("{\"all\":true}"));
    send("RDS-EVENT-0071");
    scheduler.pause(Duration.ofMinutes(1));

    assertThat(taken).containsExactly("{\"all\":true}");
  }

  @Test
  void what_is_not_modelled_is_refused_by_name() {
    assertThatThrownBy(
            () -> events.putRule(r -> r.name("c").scheduleExpression("cron(0 12 * * ? *)")))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining("cron");
    assertThatThrownBy(
            () -> target("failovers", t -> t.id("2").arn(FUNCTION).inputPath("$.detail")))
        .hasMessageContaining("InputPath");
  }

  @Test
  void a_bad_pattern_a_bad_rate_and_an_unknown_rule_are_refused() {
    assertThatThrownBy(() -> events.putRule(r -> r.name("bad").eventPattern("{\"a\": 1}")))
        .isInstanceOf(InvalidEventPatternException.class);
    assertThatThrownBy(
            () -> events.putRule(r -> r.name("bad").scheduleExpression("rate(1 minutes)")))
        .hasMessageContaining("ScheduleExpression");
    assertThatThrownBy(() -> events.describeRule(r -> r.name("nobody")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_rule_with_targets_is_not_deleted() {
    assertThatThrownBy(() -> events.deleteRule(r -> r.name("failovers")))
        .hasMessageContaining("has targets");
    events.removeTargets(r -> r.rule("failovers").ids("1"));
    events.deleteRule(r -> r.name("failovers"));
    assertThat(events.listRules(r -> {}).rules()).isEmpty();
  }

  @Test
  void an_entry_fails_by_itself_inside_an_answer_of_200() {
    PutEventsResponse response = events.putEvents(r -> r.entries(entry("{}"), entry("not json")));

    assertThat(response.failedEntryCount()).isEqualTo(1);
    assertThat(response.entries().get(1).errorCode()).isEqualTo("MalformedDetail");
  }

  @Test
  void nobody_speaks_in_the_name_of_an_aws_service() {
    PutEvents put =
        new PutEvents(
            (account, region, event) -> taken.add(event),
            new Envelopes(scheduler),
            EventSettings.published());

    PutEventsResponse response =
        put.handle(
            PutEventsRequest.builder()
                .entries(entry("{}"), entry("{}").toBuilder().source("ours").build())
                .build(),
            new Caller("111111111111", "eu-central-1", "root"));

    assertThat(response.failedEntryCount()).isEqualTo(1);
    assertThat(response.entries().getFirst().errorCode())
        .isEqualTo("NotAuthorizedForSourceException");
    assertThat(taken).hasSize(1);
  }

  private void target(
      String rule,
      Consumer<software.amazon.awssdk.services.eventbridge.model.Target.Builder> target) {
    software.amazon.awssdk.services.eventbridge.model.Target.Builder builder =
        software.amazon.awssdk.services.eventbridge.model.Target.builder();
    target.accept(builder);
    events.putTargets(r -> r.rule(rule).targets(builder.build()));
  }

  private void take(String arn, String payload) {
    tries++;
    refusal.ifPresent(
        r -> {
          throw r;
        });
    taken.add(payload);
  }

  private PutEventsResponse send(String eventId) {
    return events.putEvents(r -> r.entries(entry("{\"EventID\":\"%s\"}".formatted(eventId))));
  }

  private static PutEventsRequestEntry entry(String detail) {
    return PutEventsRequestEntry.builder()
        .source("aws.rds")
        .detailType("RDS DB Cluster Event")
        .detail(detail)
        .build();
  }
}
