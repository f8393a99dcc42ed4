package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refresh leaves on record, and what CloudWatch is told of it. */
class RefreshRecordTest {
  private final Scenario scenario = Scenario.virtual(9);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));

  @Test
  void the_record_says_how_long_each_part_of_each_pass_took_and_the_parts_are_the_whole() {
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(3));
    JsonNode record = orders.refresh().output();
    Duration parts =
        record
            .path("passes")
            .valueStream()
            .map(RefreshRecordTest::length)
            .reduce(Duration::plus)
            .orElseThrow();
    assertThat(parts).isEqualTo(between(record, "startedAt", "settledAt"));
    assertThat(between(record, "requestedAt", "switchedAt"))
        .isBetween(Duration.ofMillis(100), Duration.ofSeconds(15));
    assertThat(record.path("cause").textValue()).isEqualTo("operator");
    assertThat(record.path("changes")).isNotEmpty();
    assertThat(metrics("\"SwitchTime\":")).hasSize(1);
  }

  @Test
  void a_refresh_that_fails_says_why_and_is_counted() {
    int before = metrics("\"FailedRefreshes\":1.0").size();
    Refresh refresh = Refresh.start(scenario, "nothing-of-that-name");
    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(metrics("\"FailedRefreshes\":1.0")).hasSize(before + 1);
    assertThat(scenario.log())
        .anyMatch(
            line ->
                line.contains("ReleaseLease")
                    && line.contains("no DB cluster or DB instance of this name"));
  }

  @Test
  void a_refresh_that_fails_after_a_switch_says_what_it_changed_and_the_next_run_knows_of_it() {
    DbId first = orders.path().database().named("orders-1");
    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.pass(Duration.ofMinutes(5));
    // RDS calls the reader available although its server is down: it never becomes healthy.
    orders.rds().stop(first);
    orders.rds().status(first, "available");
    assertThat(orders.startRefresh().end()).isEqualTo(Status.FAILED);
    assertThat(scenario.log())
        .anyMatch(
            line ->
                line.contains("ReleaseLease")
                    && line.contains(
                        "writer group + " + orders.path().roles().writer().orElseThrow())
                    && line.contains("switchedAt"));
    assertThat(metrics("\"FailedRefreshes\":1.0")).last().asString().contains("\"Switches\":1.0");

    orders.rds().start(first, false);
    orders.pass(Duration.ofMinutes(5));
    assertThat(orders.refresh().output().path("switchedAt").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|databaseIdentifier is missing",
        "{\"databaseIdentifier\": \" \"}|databaseIdentifier is missing",
        "{\"databaseIdentifier\": \"orders\", \"switching\": \"hot\"}|no such mode",
        "{\"databaseIdentifier\": \"orders\", \"switching\": \"warm\"}|were given up",
        "{\"databaseIdentifier\": \"orders\", \"switching\": \"repoint\"}|owner's settings say it"
      })
  void an_input_that_makes_no_sense_is_refused_before_anything_is_done(String input, String why) {
    Changes changes = Changes.from(scenario);
    Refresh refresh = Refresh.startWith(scenario, input);
    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(refresh.cause()).contains(why);
    assertThat(changes.actions()).isEmpty();
    orders.refresh();
  }

  private List<String> metrics(String part) {
    return scenario.log().stream()
        .filter(line -> line.startsWith("{\"_aws\"") && line.contains(part))
        .toList();
  }

  private static Duration length(JsonNode pass) {
    return List.of("discovery", "resolution", "switching", "health", "confirmation").stream()
        .map(part -> Duration.parse(pass.path(part).textValue()))
        .reduce(Duration::plus)
        .orElseThrow();
  }

  private static Duration between(JsonNode record, String from, String to) {
    return Duration.between(
        Instant.parse(record.path(from).textValue()), Instant.parse(record.path(to).textValue()));
  }
}
