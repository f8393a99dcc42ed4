package dev.drawbridge.simulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Targets;
import dev.drawbridge.simulator.door.Clients;
import dev.drawbridge.simulator.door.Door;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.operation.Registry;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.sqs.SqsService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

class InvokeTest {
  private final VirtualScheduler world = new VirtualScheduler(Instant.EPOCH, 3);
  private final LambdaService lambda = service(world);
  private final LambdaClient client =
      new Clients(world, operations(lambda, world)).of(LambdaClient.builder());
  private final List<String> handled = new ArrayList<>();

  @Test
  void the_sdk_waits_for_the_answer_of_a_function_that_takes_its_time() {
    deploy(
        lambda,
        "slow",
        (in, out, context) -> {
          world.pause(Duration.ofSeconds(4));
          in.transferTo(out);
        });

    var reply =
        client.invoke(
            r -> r.functionName("slow").qualifier("live").payload(SdkBytes.fromUtf8String("[1]")));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.payload().asUtf8String()).isEqualTo("[1]");
    assertThat(reply.executedVersion()).isEqualTo("1");
    assertThat(reply.functionError()).isNull();
    assertThat(world.now()).isAfter(Instant.EPOCH.plusSeconds(4));
  }

  @Test
  void a_function_that_calls_another_waits_without_holding_the_world() {
    deploy(
        lambda,
        "inner",
        (in, out, context) -> out.write("\"inner\"".getBytes(StandardCharsets.UTF_8)));
    deploy(
        lambda,
        "outer",
        (in, out, context) ->
            out.write(client.invoke(r -> r.functionName("inner")).payload().asByteArray()));

    assertThat(client.invoke(r -> r.functionName("outer")).payload().asUtf8String())
        .isEqualTo("\"inner\"");
  }

  @Test
  void a_failed_function_answers_200_with_the_error_in_a_header() {
    deploy(
        lambda,
        "broken",
        (in, out, context) -> {
          throw new IllegalStateException("no writer");
        });

    var reply = client.invoke(r -> r.functionName("broken"));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.functionError()).isEqualTo("Unhandled");
    assertThat(reply.payload().asUtf8String()).contains("java.lang.IllegalStateException");
  }

  @Test
  void an_event_is_accepted_before_it_is_handled() {
    deploy(
        lambda,
        "later",
        (in, out, context) -> handled.add(new String(in.readAllBytes(), StandardCharsets.UTF_8)));

    var reply =
        client.invoke(
            r ->
                r.functionName("later")
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String("{\"n\":1}")));

    assertThat(reply.statusCode()).isEqualTo(202);
    assertThat(handled).isEmpty();
    world.pause(Duration.ofMinutes(1));
    assertThat(handled).containsExactly("{\"n\":1}");
  }

  @Test
  void a_dry_run_looks_the_function_up_and_runs_nothing() {
    deploy(lambda, "idle", (in, out, context) -> handled.add("ran"));

    var reply = client.invoke(r -> r.functionName("idle").invocationType(InvocationType.DRY_RUN));
    world.pause(Duration.ofMinutes(1));

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(handled).isEmpty();
  }

  @Test
  void an_unknown_function_is_404_whatever_the_type_of_invocation() {
    for (InvocationType type : InvocationType.knownValues()) {
      assertThatThrownBy(() -> client.invoke(r -> r.functionName("nobody").invocationType(type)))
          .as(type.toString())
          .isInstanceOfSatisfying(
              ResourceNotFoundException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }
  }

  @Test
  void a_function_without_free_concurrency_throttles() {
    lambda.create(
        "111111111111",
        "eu-central-1",
        "shut",
        FunctionSettings.withRole("worker").reservedConcurrency(0),
        () -> (in, out, context) -> {});

    assertThatThrownBy(() -> client.invoke(r -> r.functionName("shut")))
        .isInstanceOf(TooManyRequestsException.class);
  }

  @Test
  void on_the_wall_clock_a_waiting_call_lets_other_calls_through_the_door() throws Exception {
    try (WallScheduler wall = new WallScheduler(1)) {
      LambdaService service = service(wall);
      CountDownLatch began = new CountDownLatch(1);
      List<String> released = new ArrayList<>();
      deploy(
          service,
          "waits",
          (in, out, context) -> {
            began.countDown();
            wall.await(() -> !released.isEmpty(), Duration.ofSeconds(10));
            in.transferTo(out);
          });
      deploy(service, "releases", (in, out, context) -> released.add("now"));
      Door door =
          new Door(
              wall,
              new Registry(List.of(operations(service, wall))),
              new CallLog(),
              new Faults(),
              Duration.ZERO);
      try (LoopbackServer server = new LoopbackServer(door, 0);
          HttpClient http = HttpClient.newHttpClient()) {
        var waiting = post(http, server.url(), "waits", "{\"n\":2}");
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting).isNotDone();

        post(http, server.url(), "releases", "").get(10, TimeUnit.SECONDS);

        HttpResponse<String> reply = waiting.get(10, TimeUnit.SECONDS);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"n\":2}");
        assertThat(reply.headers().firstValue("X-Amz-Executed-Version")).hasValue("$LATEST");
      }
    }
  }

  private static CompletableFuture<HttpResponse<String>> post(
      HttpClient http, URI endpoint, String function, String payload) {
    String path = "/2015-03-31/functions/" + function + "/invocations";
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve(path))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256"
                    + " Credential=111111111111/20261122/eu-central-1/lambda/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofString(payload))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  private static LambdaService service(Scheduler scheduler) {
    return new LambdaService(scheduler, new DeadLetters(new Targets()), LambdaSettings.published());
  }

  private static Service operations(LambdaService lambda, Scheduler scheduler) {
    return lambda.service(
        role -> true,
        new EventSourceMappings(
            scheduler, lambda, new SqsService(scheduler).reader(), Spread.exactly(Duration.ZERO)));
  }

  private static void deploy(LambdaService service, String name, LambdaFunction code) {
    service.create(
        "111111111111",
        "eu-central-1",
        name,
        FunctionSettings.withRole("worker").timeout(Duration.ofSeconds(15)),
        () -> code);
  }
}
