package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.network.HostsProbe;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.core.SdkBytes;

/** The commands against a served API, signed with the usual chain: here by system properties. */
class ApiCommandsTest {
  private static final List<String> PROPERTIES =
      List.of(
          "aws.accessKeyId",
          "aws.secretAccessKey",
          "aws.sessionToken",
          "aws.region",
          "aws.sharedCredentialsFile");

  private final WallScheduler scheduler = new WallScheduler(1);
  private final Scenario scenario =
      Scenario.on(
          scheduler,
          Settings.published().dividedBy(1_000),
          network -> new HostsProbe(network.hosts()));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private LoopbackServer api;

  @BeforeEach
  void serve() throws IOException {
    scheduler.exclusively(
        () ->
            scenario
                .provider()
                .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1)));
    api = new LoopbackServer(scenario.api()::handle, 0);
    as("ADA");
  }

  @AfterEach
  void stop() {
    PROPERTIES.forEach(System::clearProperty);
    api.close();
    scheduler.close();
  }

  @Test
  void a_request_is_answered_with_where_it_stands() {
    assertThat(run("request", "--database", "orders", "--consumer", "222222222222")).isZero();
    String id = out.toString().split(" ", 2)[0];
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(run("status", id)).isZero();
    assertThat(run("status", "--database", "orders")).isZero();
    assertThat(out.toString()).contains(id + " ").contains("orders,222222222222");
    assertThat(run("status", "--database", "oders")).isZero();
    assertThat(out.toString())
        .contains("there is no onboarding that you may see of database oders");
  }

  @Test
  void what_the_api_refuses_is_told_field_by_field() {
    int code =
        run(
            "request",
            "--database=orders",
            "--consumer=12",
            "--set",
            "requestedBy=grace",
            "--set",
            "readerPort=0");
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("consumerAccountId:", "requestedBy:", "readerPort:");
    assertThat(err.toString().split("consumerAccountId:", -1)).as("each fault once").hasSize(2);
  }

  @Tag("long")
  @Test
  void the_same_file_again_resumes_and_asks_for_nothing_twice(@TempDir Path home)
      throws IOException {
    StringBuilder csv = new StringBuilder("databaseIdentifier,consumerAccountId,consumerVpcId\n");
    for (int i = 0; i < 25; i++) {
      csv.append("orders,%012d,\n".formatted(200_000_000_000L + i));
    }
    Path file = Files.writeString(home.resolve("list.csv"), csv + "orders,wrong,\n");
    assertThat(run("request", "--from", file.toString(), "--per-second", "1000")).isEqualTo(1);
    List<String> first = out.toString().lines().toList();
    assertThat(first).hasSize(26);
    assertThat(first.subList(0, 25))
        .allSatisfy(line -> assertThat(line).matches("orders,2\\d{11},[A-Z_]+,[0-9a-f]{32}"));
    assertThat(first.getLast()).startsWith("orders,wrong,REFUSED,").contains("twelve digits");
    out.getBuffer().setLength(0);
    run("request", "--from", file.toString(), "--per-second", "1000");
    assertThat(out.toString().lines().map(ApiCommandsTest::id))
        .containsExactlyElementsOf(first.stream().map(ApiCommandsTest::id).toList());
    assertThat(runs()).isEqualTo(25);
  }

  @Test
  void a_list_is_asked_for_at_a_pace(@TempDir Path home) throws IOException {
    Path file =
        Files.writeString(
            home.resolve("list.csv"), "databaseIdentifier,consumerAccountId\norders,1\norders,2\n");
    Queue<Duration> slept = new ConcurrentLinkedQueue<>();
    Pace pace = new Pace(() -> Instant.EPOCH, slept::add, Duration.ofMillis(200));
    ApiConnection connection =
        CommandLine.populateCommand(new ApiConnection(), "--api", api.url().toString());
    new RequestList(connection, new PrintWriter(out, true), pace).run(file);
    assertThat(out.toString()).contains("orders,1,REFUSED", "orders,2,REFUSED");
    assertThat(slept).containsExactly(Duration.ofMillis(200));

    assertThat(run("request", "--from", file.toString(), "--per-second", "0")).isEqualTo(1);
    assertThat(err.toString()).contains("--per-second is 0; give at least 1");
  }

  @Test
  void who_asked_cannot_approve_but_can_have_it_taken_away() {
    run("request", "--database", "orders", "--consumer", "222222222222");
    String id = out.toString().split(" ", 2)[0];
    out.getBuffer().setLength(0);
    assertThat(run("offboard", id)).isZero();
    assertThat(out.toString())
        .startsWith("the end of " + id + " is ordered\n")
        .contains("drawbridge status " + id)
        .doesNotContain("stands:");
    assertThat(run("offboard", id, "--teardown")).isZero();
    assertThat(run("approve", "0".repeat(32))).isEqualTo(1);
    assertThat(run("deny", "0".repeat(32))).isEqualTo(1);
  }

  @Test
  void the_review_is_for_operators() {
    assertThat(run("review")).isZero();
    assertThat(out.toString()).contains("nobody has access");
    assertThat(run("review", "orders", "--csv")).isZero();
    assertThat(out.toString()).contains("databaseIdentifier,databaseArn,consumerAccountId");
    as("GRACE");
    assertThat(run("review")).isEqualTo(2);
    assertThat(err.toString()).contains("not one of the installation's operators");
    assertThat(runAt("http://127.0.0.1:1", "review")).isEqualTo(2); // nobody looked: no finding
  }

  @Test
  void settings_are_shown_planned_and_changed_and_what_is_wrong_is_named() {
    assertThat(run("settings", "orders")).isZero();
    assertThat(out.toString()).contains("exposed: false", "  enforcement: off");
    assertThat(run("settings", "orders", "--plan", "--set", "enforcement=on")).isZero();
    assertThat(out.toString()).contains("enforcement: off -> on", "it is exposed");
    assertThat(run("settings", "orders", "--set", "readerPort=0", "--set", "x=1")).isEqualTo(1);
    assertThat(err.toString()).contains("readerPort:", "x:");
    err.getBuffer().setLength(0);
    for (String plan : List.of("--plan", "--apply")) {
      assertThat(run("settings", "orders", plan, "--set", "switching=repoint")).isEqualTo(1);
    }
    assertThat(err.toString()).contains("say instancePorts: true too").hasLineCount(2);
    assertThat(run("settings", "orders", "--set", "quorum=2")).isZero();
    assertThat(out.toString()).contains("quorum: none -> 2", "executionArn: arn:");
  }

  @Test
  void a_hold_is_set_and_lifted() {
    assertThat(run("status", "orders")).isZero();
    assertThat(out.toString()).contains("orders is not exposed");
    assertThat(run("status", "orders", "--json")).isZero();
    assertThat(out.toString()).contains("\"exposed\" : false");
    assertThat(run("hold", "orders", "--reason", "we look into it")).isZero();
    assertThat(out.toString()).contains("every change stops");
    assertThat(run("hold", "orders", "--off")).isZero();
    assertThat(out.toString()).contains("changes go on");
    assertThat(run("hold", "--all", "--reason", "an outage")).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("hold", "orders", "--off")).isZero();
    assertThat(out.toString())
        .contains("no hold of its own now, but the installation is on hold", "an outage");
    assertThat(run("status", "orders")).isZero();
    assertThat(out.toString()).contains("nothing is changed: the installation is on hold");
    assertThat(run("hold", "--all", "--off")).isZero();
    assertThat(run("hold", "nowhere")).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere");
  }

  @Test
  void who_waits_for_the_consumer_is_told_what_its_endpoint_needs() throws IOException {
    String body =
        """
        {"id": "1", "status": "WAITING_FOR_CONSUMER", "serviceName": "com.amazonaws.vpce.svc",
         "invitation": {"availabilityZoneIds": ["euc1-az1", "euc1-az2"], "readerPort": 3306,
           "writerPort": 3307, "instancePorts": "3308-3347"}}
        """;
    HttpReply reply = new HttpReply(200, Map.of(), SdkBytes.fromUtf8String(body));
    try (LoopbackServer waiting = new LoopbackServer(call -> reply, 0)) {
      assertThat(runAt(waiting.url().toString(), "status", "0".repeat(32))).isZero();
    }
    assertThat(out.toString())
        .contains("  serviceName: com.amazonaws.vpce.svc\n")
        .contains("  its Availability Zone ids: euc1-az1, euc1-az2\n")
        .contains("  ports that its security group lets in: 3306, 3307, 3308-3347\n");
  }

  @Test
  void without_credentials_that_the_world_knows_nothing_is_answered() {
    System.setProperty("aws.secretAccessKey", "guessed");
    assertThat(run("status")).isEqualTo(1);
    assertThat(err.toString()).contains("signature");
  }

  @Test
  void a_profile_that_is_named_wins_over_the_environment(@TempDir Path home) throws IOException {
    Path file =
        Files.writeString(
            home.resolve("credentials"),
            "[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = guessed\n");
    System.setProperty("aws.sharedCredentialsFile", file.toString());
    assertThat(run("status", "--database", "orders")).isZero();
    assertThat(run("status", "--profile", "other")).isEqualTo(1);
    assertThat(run("status", "--profile", "nobody")).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("no AWS credentials found in profile 'nobody'");
  }

  @Test
  void a_question_is_shown_whole_and_answered_only_by_who_means_it() throws IOException {
    List<String> calls = new ArrayList<>();
    try (LoopbackServer questions = new LoopbackServer(call -> answered(call, calls), 0)) {
      assertThat(runAt(questions.url().toString(), "approve", "0123", "--show")).isZero();
      assertThat(out.toString()).contains("reader's port:", "d1g35t", "1 of 2");
      assertThat(runAt(questions.url().toString(), "deny", "0123")).isEqualTo(1);
      assertThat(err.toString()).contains("no terminal to ask at", "--yes").hasLineCount(1);
      assertThat(calls).containsOnly("GET /approvals/0123 ");
      assertThat(runAt(questions.url().toString(), "approve", "0123", "--yes")).isZero();
      assertThat(calls.getLast())
          .startsWith("POST /approvals/0123/decisions")
          .contains("\"decision\":\"approve\"", "\"digest\":\"d1g35t\"");
      assertThat(runAt(questions.url().toString(), "deny", "1", "--yes", "--show")).isEqualTo(2);
    }
  }

  private static HttpReply answered(HttpCall call, List<String> calls) {
    calls.add("%s %s %s".formatted(call.method(), call.path(), call.text()));
    String body =
        call.method().equals("GET")
            ? QuestionTest.BODY
            : "{\"approval\": {\"status\": \"PENDING\", \"lacks\": 1}, \"delivered\": true}";
    return new HttpReply(200, Map.of(), SdkBytes.fromUtf8String(body));
  }

  @Test
  void what_does_not_answer_as_the_api_does_is_not_taken_for_it() throws IOException {
    try (LoopbackServer aws = new LoopbackServer(scenario.world().door()::handle, 0)) {
      assertThat(runAt(aws.url().toString(), "status")).isEqualTo(1);
      assertThat(err.toString())
          .contains("answered HTTP", "not as Drawbridge's API does", "--api")
          .hasLineCount(1);
    }
  }

  @Test
  void a_list_that_asks_for_nothing_is_refused(@TempDir Path home) throws IOException {
    Path empty = Files.writeString(home.resolve("empty.csv"), "\n");
    Path header = Files.writeString(home.resolve("header.csv"), "databaseIdentifier\n");
    assertThat(run("request", "--from", empty.toString())).isEqualTo(1);
    assertThat(run("request", "--from", header.toString())).isEqualTo(1);
    assertThat(run("request", "--from", home.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(err.toString().lines().toList())
        .hasSize(3)
        .satisfies(
            line -> assertThat(line).contains("empty.csv asks for nothing"), Index.atIndex(0))
        .satisfies(
            line -> assertThat(line).contains("header.csv asks for nothing"), Index.atIndex(1))
        .satisfies(
            line -> assertThat(line).contains("there is no file", "none.csv"), Index.atIndex(2));
  }

  private static String id(String line) {
    return line.replaceFirst("^([^,]*,[^,]*),[A-Z_]*", "$1");
  }

  private long runs() {
    return scenario.installation().runs("OnboardConsumerStateMachine").size();
  }

  private void as(String name) {
    Map<String, AccessKey> keys = scheduler.exclusively(() -> LabPeople.of(scenario).keys());
    AccessKey key = Objects.requireNonNull(keys.get(name), name);
    System.setProperty("aws.accessKeyId", key.id());
    System.setProperty("aws.secretAccessKey", key.secret());
    System.setProperty("aws.sessionToken", key.sessionToken().orElseThrow());
    System.setProperty("aws.region", Scenario.PROVIDER.region());
  }

  private int run(String... arguments) {
    return runAt(api.url().toString(), arguments);
  }

  private int runAt(String url, String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--api";
    all[arguments.length + 1] = url;
    return Drawbridge.execute(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
