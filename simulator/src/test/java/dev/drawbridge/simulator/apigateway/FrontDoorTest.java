package dev.drawbridge.simulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.call.AccessKeys;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import dev.drawbridge.simulator.lambda.LambdaService;
import dev.drawbridge.simulator.lambda.LambdaSettings;
import dev.drawbridge.simulator.sqs.SqsService;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class FrontDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "111111111111";
  private static final String FUNCTION = "arn:aws:lambda:eu-central-1:111111111111:function:echo";

  private final VirtualScheduler time =
      new VirtualScheduler(Instant.parse("2026-01-05T09:00:00Z"), 1);
  private final AccessKeys keys = new AccessKeys();
  private final LambdaService functions =
      new LambdaService(time, new DeadLetters(new SqsService(time)), LambdaSettings.published());
  private final AccessKey ada = keys.issue(Principal.session(ACCOUNT, "operator", "ada"));

  @Test
  void a_signed_call_reaches_the_function_as_a_proxy_event() {
    deploy(FrontDoorTest::echo);
    HttpReply reply = door().handle(signed("GET", "/things/a%20b?page=2&page=3&q=%C3%A4", "", ada));
    JsonNode event = json(reply);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(event.path("resource").asText()).isEqualTo("/things/{id}");
    assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("a b");
    assertThat(event.path("queryStringParameters").path("page").asText()).isEqualTo("3");
    assertThat(event.path("multiValueQueryStringParameters").path("page")).hasSize(2);
    assertThat(event.path("queryStringParameters").path("q").asText()).isEqualTo("ä");
    assertThat(event.path("body").isNull()).isTrue();
    JsonNode identity = event.path("requestContext").path("identity");
    assertThat(identity.path("userArn").asText())
        .isEqualTo("arn:aws:sts::111111111111:assumed-role/operator/ada");
    assertThat(identity.path("accountId").asText()).isEqualTo(ACCOUNT);
    assertThat(identity.path("principalOrgId").asText()).isEqualTo("o-example");
  }

  @Test
  void a_call_without_a_signature_is_refused() {
    HttpCall call = new HttpCall("GET", "/things/1", Map.of("Host", "api"), text(""));
    assertRefused(door().handle(call), 403, "MissingAuthenticationTokenException");
  }

  @Test
  void an_unknown_path_looks_like_a_missing_signature() {
    assertRefused(
        door().handle(signed("GET", "/nothing", "", ada)),
        403,
        "MissingAuthenticationTokenException");
  }

  @Test
  void a_changed_body_path_query_or_header_breaks_the_signature() {
    deploy(FrontDoorTest::echo);
    HttpCall good = signed("POST", "/things?a=1", "{}", ada);
    assertThat(door().handle(good).status()).isEqualTo(200);
    Map<String, String> otherHost = new LinkedHashMap<>(good.headers());
    otherHost.put("Host", "elsewhere");
    for (HttpCall bad :
        List.of(
            new HttpCall("POST", good.path(), good.headers(), text("{\"a\":1}")),
            new HttpCall("POST", "/things?a=2", good.headers(), good.body()),
            new HttpCall("POST", "/things", good.headers(), good.body()),
            new HttpCall("POST", good.path(), otherHost, good.body()))) {
      assertRefused(door().handle(bad), 403, "InvalidSignatureException");
    }
  }

  @Test
  void a_call_replayed_after_five_minutes_is_refused() {
    deploy(FrontDoorTest::echo);
    HttpCall call = signed("GET", "/things/1", "", ada);
    time.pause(Duration.ofMinutes(4));
    assertThat(door().handle(call).status()).isEqualTo(200);
    time.pause(Duration.ofMinutes(2));
    assertRefused(door().handle(call), 403, "InvalidSignatureException");
  }

  @Test
  void a_call_signed_by_a_clock_that_is_six_minutes_fast_is_refused() {
    HttpCall call =
        signed("GET", "/things/1", "", ada, time.now().plus(Duration.ofMinutes(6)), "eu-central-1");
    assertRefused(door().handle(call), 403, "InvalidSignatureException");
  }

  @Test
  void keys_that_nobody_issued_wrong_secrets_and_foreign_tokens_are_refused() {
    deploy(FrontDoorTest::echo);
    AccessKey bob = keys.issue(Principal.user(ACCOUNT, "bob"));
    assertThat(door().handle(signed("GET", "/things/1", "", bob)).status()).isEqualTo(200);
    Principal who = ada.principal();
    assertRefused(
        door()
            .handle(signed("GET", "/things/1", "", new AccessKey("AKIANOBODY", "x", none(), who))),
        403,
        "UnrecognizedClientException");
    assertRefused(
        door()
            .handle(
                signed(
                    "GET",
                    "/things/1",
                    "",
                    new AccessKey(ada.id(), "guessed", ada.sessionToken(), who))),
        403,
        "InvalidSignatureException");
    assertRefused(
        door()
            .handle(
                signed("GET", "/things/1", "", new AccessKey(ada.id(), ada.secret(), none(), who))),
        403,
        "UnrecognizedClientException");
  }

  @Test
  void a_signature_for_another_region_is_refused() {
    HttpCall call = signed("GET", "/things/1", "", ada, time.now(), "us-east-1");
    assertRefused(door().handle(call), 403, "InvalidSignatureException");
  }

  @Test
  void the_resource_policy_admits_the_organisation_and_listed_accounts_only() {
    deploy(FrontDoorTest::echo);
    AccessKey colleague = keys.issue(Principal.session("222222222222", "app", "x"));
    AccessKey listed = keys.issue(Principal.session("333333333333", "app", "x"));
    AccessKey stranger = keys.issue(Principal.session("999999999999", "app", "x"));
    assertThat(door().handle(signed("GET", "/things/1", "", colleague)).status()).isEqualTo(200);
    assertThat(door().handle(signed("GET", "/things/1", "", listed)).status()).isEqualTo(200);
    assertRefused(
        door().handle(signed("GET", "/things/1", "", stranger)), 403, "AccessDeniedException");
  }

  @Test
  void a_method_without_iam_knows_no_caller_so_that_a_policy_about_principals_admits_nobody() {
    deploy(FrontDoorTest::echo);
    assertRefused(door().handle(signed("GET", "/open", "", ada)), 403, "AccessDeniedException");
  }

  @Test
  void a_body_over_ten_megabytes_is_too_large_for_the_gateway() {
    HttpCall call =
        new HttpCall(
            "POST",
            "/things",
            Map.of("Host", "api"),
            SdkBytes.fromByteArray(new byte[FrontDoor.LARGEST_BODY + 1]));
    assertRefused(door().handle(call), 413, "RequestTooLargeException");
  }

  @Test
  void a_function_that_fails_or_answers_otherwise_is_a_bad_gateway() {
    deploy(
        (in, out, invocation) -> {
          throw new IllegalStateException("secret detail");
        });
    HttpReply failed = door().handle(signed("GET", "/things/1", "", ada));
    assertRefused(failed, 502, "InternalServerErrorException");
    assertThat(failed.body().asUtf8String()).doesNotContain("secret detail");
    deploy((in, out, invocation) -> out.write("{\"status\":200}".getBytes(StandardCharsets.UTF_8)));
    assertRefused(
        door().handle(signed("GET", "/things/1", "", ada)), 502, "InternalServerErrorException");
  }

  @Test
  void a_function_that_takes_over_29_seconds_times_out() {
    deploy((in, out, invocation) -> time.pause(Duration.ofSeconds(40)));
    assertRefused(
        door().handle(signed("GET", "/things/1", "", ada)), 504, "InternalServerErrorException");
  }

  private static void echo(java.io.InputStream in, java.io.OutputStream out, Object invocation)
      throws java.io.IOException {
    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    Map<String, Object> answer = new HashMap<>();
    answer.put("statusCode", 200);
    answer.put("body", event);
    out.write(JSON.writeValueAsBytes(answer));
  }

  private void deploy(LambdaFunction code) {
    functions.create(
        ACCOUNT,
        "eu-central-1",
        "echo",
        FunctionSettings.withRole("echo").timeout(Duration.ofSeconds(60)),
        () -> code);
  }

  private FrontDoor door() {
    RestApi api =
        new RestApi(
            "abc",
            ACCOUNT,
            "eu-central-1",
            "live",
            List.of(
                new Route("GET", "/things/{id}", FUNCTION, true),
                new Route("POST", "/things", FUNCTION, true),
                new Route("GET", "/open", FUNCTION, false)),
            Optional.of(new ResourcePolicy(Optional.of("o-example"), Set.of("333333333333"))),
            Map.of(
                "DEFAULT_4XX",
                new RestApi.Template(
                    "application/problem+json", "{\"title\":$context.error.messageString}")));
    return new FrontDoor(
        time,
        functions,
        keys,
        Map.of(ACCOUNT, "o-example", "222222222222", "o-example", "999999999999", "o-other"),
        api);
  }

  private HttpCall signed(String method, String path, String body, AccessKey key) {
    return signed(method, path, body, key, time.now(), "eu-central-1");
  }

  private static HttpCall signed(
      String method, String path, String body, AccessKey key, Instant at, String region) {
    AwsCredentialsIdentity credentials =
        key.sessionToken().isPresent()
            ? AwsSessionCredentialsIdentity.create(key.id(), key.secret(), key.sessionToken().get())
            : AwsCredentialsIdentity.create(key.id(), key.secret());
    SdkBytes bytes = text(body);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(URI.create("https://api" + path))
            .build();
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(credentials)
                        .request(request)
                        .payload(bytes::asInputStream)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
            .request();
    Map<String, String> headers = new LinkedHashMap<>();
    signed.forEachHeader((name, values) -> headers.put(name, values.getFirst()));
    return new HttpCall(method, path, headers, bytes);
  }

  private static void assertRefused(HttpReply reply, int status, String errorType) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.headers()).containsEntry("x-amzn-ErrorType", errorType);
    assertThat(reply.headers().get("Content-Type"))
        .isEqualTo(status < 500 ? "application/problem+json" : "application/json");
    assertThat(json(reply)).isNotEmpty();
  }

  private static JsonNode json(HttpReply reply) {
    try {
      return JSON.readTree(reply.body().asUtf8String());
    } catch (JsonProcessingException e) {
      throw new AssertionError(reply.body().asUtf8String(), e);
    }
  }

  private static SdkBytes text(String text) {
    return SdkBytes.fromUtf8String(text);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
