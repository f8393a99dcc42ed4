package dev.drawbridge.simulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.Killed;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.WorkerCrash;
import dev.drawbridge.simulator.delivery.DeadLetter;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Targets;
import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LambdaServiceTest {
  private static final Caller CALLER = new Caller("111111111111", "eu-central-1", "root");
  private static final FunctionSettings TEN_SECONDS =
      FunctionSettings.withRole("worker").timeout(Duration.ofSeconds(10));

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), 7);
  private final DeadLetters letters = new DeadLetters(new Targets());
  private final LambdaService lambda =
      new LambdaService(scheduler, letters, LambdaSettings.published().recycling(0));
  private final List<InvocationResult> results = new ArrayList<>();

  @Test
  void a_function_answers_with_what_it_wrote() {
    deploy("echo", TEN_SECONDS, (in, out, context) -> in.transferTo(out));

    invoke("arn:aws:lambda:eu-central-1:111111111111:function:echo:live", "{\"a\":1}");

    assertThat(results)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.payload()).isEqualTo("{\"a\":1}");
              assertThat(result.functionError()).isEmpty();
              assertThat(result.version()).isEqualTo("1");
            });
  }

  @Test
  void the_first_invocation_is_cold_and_the_next_is_warm() {
    List<Boolean> cold = new ArrayList<>();
    AtomicInteger containers = new AtomicInteger();
    lambda.create(
        "111111111111",
        "eu-central-1",
        "f",
        TEN_SECONDS,
        () -> {
          containers.incrementAndGet();
          return (in, out, context) -> cold.add(context.cold());
        });

    invoke("f", "{}");
    invoke("f", "{}");

    assertThat(cold).containsExactly(true, false);
    assertThat(containers).hasValue(1);
  }

  @Test
  void lambda_may_take_a_container_away_that_has_only_just_served() {
    List<Boolean> cold = new ArrayList<>();
    LambdaService forgetful =
        new LambdaService(scheduler, letters, LambdaSettings.published().recycling(0.5));
    forgetful.create(
        "111111111111",
        "eu-central-1",
        "f",
        TEN_SECONDS,
        () -> (in, out, context) -> cold.add(context.cold()));

    for (int i = 0; i < 100; i++) {
      forgetful.invoke(CALLER, "f", "{}", results::add);
      scheduler.pause(Duration.ofSeconds(10));
    }

    assertThat(cold.stream().filter(each -> each).count()).isBetween(30L, 70L);
  }

  @Test
  void a_container_that_is_taken_away_takes_no_other_with_it() {
    List<Boolean> cold = new ArrayList<>();
    LambdaService forgetful =
        new LambdaService(scheduler, letters, LambdaSettings.published().recycling(0.1));
    forgetful.create(
        "111111111111",
        "eu-central-1",
        "f",
        TEN_SECONDS,
        () ->
            (in, out, context) -> {
              cold.add(context.cold());
              scheduler.pause(Duration.ofSeconds(5));
            });

    for (int i = 0; i < 50; i++) {
      for (int atOnce = 0; atOnce < 20; atOnce++) {
        forgetful.invoke(CALLER, "f", "{}", results::add);
      }
      scheduler.pause(Duration.ofSeconds(10));
    }

    assertThat(cold).hasSize(1000);
    assertThat(cold.stream().filter(each -> each).count()).isBetween(70L, 190L);
  }

  @Test
  void two_invocations_at_once_need_two_containers() {
    List<Boolean> cold = new ArrayList<>();
    deploy(
        "slow",
        TEN_SECONDS,
        (in, out, context) -> {
          cold.add(context.cold());
          scheduler.pause(Duration.ofSeconds(5));
        });

    lambda.invoke(CALLER, "slow", "{}", results::add);
    lambda.invoke(CALLER, "slow", "{}", results::add);
    scheduler.pause(Duration.ofMinutes(1));

    assertThat(cold).containsExactly(true, true);
    assertThat(results).hasSize(2);
  }

  @Test
  void a_thrown_exception_becomes_an_error_with_its_full_class_name() {
    deploy(
        "broken",
        TEN_SECONDS,
        (in, out, context) -> {
          throw new IllegalStateException("no writer");
        });

    invoke("broken", "{}");

    assertThat(results.getFirst().functionError()).hasValue("Unhandled");
    assertThat(results.getFirst().payload())
        .contains("\"errorType\":\"java.lang.IllegalStateException\"")
        .contains("\"errorMessage\":\"no writer\"");
  }

  @Test
  void an_invocation_that_runs_too_long_is_ended_and_its_container_is_gone() {
    List<String> after = new ArrayList<>();
    deploy(
        "hangs",
        FunctionSettings.withRole("worker"),
        (in, out, context) -> {
          scheduler.pause(Duration.ofSeconds(60));
          after.add("went on");
        });

    invoke("hangs", "{}");
    scheduler.pause(Duration.ofMinutes(5));

    assertThat(results).hasSize(1);
    assertThat(results.getFirst().payload())
        .contains("Sandbox.Timedout")
        .contains("Task timed out after 3.00 seconds");
    assertThat(after).isEmpty();
  }

  @Test
  void a_crash_is_told_apart_from_a_time_out() {
    deploy(
        "crashes",
        TEN_SECONDS,
        (in, out, context) -> {
          throw new Killed();
        });

    invoke("crashes", "{}");

    assertThat(results.getFirst().payload()).contains("Runtime.ExitError");
  }

  @Test
  void a_worker_that_crashes_in_a_call_leaves_no_warm_container() {
    List<Boolean> cold = new ArrayList<>();
    deploy(
        "crashes",
        TEN_SECONDS,
        (in, out, context) -> {
          cold.add(context.cold());
          throw new WorkerCrash();
        });

    invoke("crashes", "{}");
    invoke("crashes", "{}");

    assertThat(cold).containsExactly(true, true);
    assertThat(results.getLast().payload()).contains("Runtime.ExitError");
  }

  @Test
  void reserved_concurrency_throttles_with_429() {
    deploy("one", TEN_SECONDS.reservedConcurrency(1), (in, out, context) -> {});
    lambda.invoke(CALLER, "one", "{}", results::add);

    assertThatThrownBy(() -> lambda.invoke(CALLER, "one", "{}", results::add))
        .isInstanceOfSatisfying(
            ServiceError.class,
            e -> {
              assertThat(e.code()).isEqualTo("TooManyRequestsException");
              assertThat(e.status()).isEqualTo(429);
            });
  }

  @Test
  void an_unknown_function_is_refused_with_404() {
    assertThatThrownBy(() -> lambda.invoke(CALLER, "nobody", "{}", results::add))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("ResourceNotFoundException"));
  }

  @Test
  void an_event_that_fails_three_times_becomes_a_dead_letter() {
    List<Instant> tries = new ArrayList<>();
    deploy(
        "fails",
        TEN_SECONDS,
        (in, out, context) -> {
          tries.add(scheduler.now());
          throw new IllegalStateException("never");
        });

    lambda.invokeAsync(CALLER, "fails", "{\"id\":7}");
    scheduler.pause(Duration.ofMinutes(10));

    assertThat(tries).hasSize(3);
    assertThat(Duration.between(tries.get(1), tries.get(2))).isGreaterThan(Duration.ofMinutes(2));
    assertThat(letters.all())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.payload()).isEqualTo("{\"id\":7}");
              assertThat(letter.queue()).isEqualTo(Optional.empty());
            })
        .extracting(DeadLetter::reason)
        .asString()
        .contains("never");
  }

  @Test
  void the_context_tells_the_time_left() {
    List<Duration> left = new ArrayList<>();
    deploy(
        "clock",
        TEN_SECONDS,
        (in, out, context) -> {
          scheduler.pause(Duration.ofSeconds(4));
          left.add(context.remaining());
          out.write(context.role().getBytes(StandardCharsets.UTF_8));
        });

    invoke("clock", "{}");

    assertThat(left).containsExactly(Duration.ofSeconds(6));
    assertThat(results.getFirst().payload()).isEqualTo("worker");
  }

  private void deploy(String name, FunctionSettings settings, LambdaFunction code) {
    lambda.create("111111111111", "eu-central-1", name, settings, () -> code);
  }

  private void invoke(String function, String payload) {
    int before = results.size();
    lambda.invoke(CALLER, function, payload, results::add);
    scheduler.await(() -> results.size() > before, Duration.ofMinutes(5));
  }
}
