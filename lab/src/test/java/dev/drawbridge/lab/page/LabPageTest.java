package dev.drawbridge.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LabPageTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  /** One world for all: each test has a page of its own, which begins to look when it is made. */
  private static final Scenario SCENARIO = RecordedCalls.watched(Scenario.virtual(11));

  private final FakeWriter writer = new FakeWriter();
  private final LabPage page =
      new LabPage(SCENARIO, 0, "http://127.0.0.1:1/pages", writer, Duration.ZERO);

  /** A writer that can die once. */
  private static final class FakeWriter implements WriterKill {
    private volatile boolean allowed = true;
    private final List<String> killed = new ArrayList<>();

    @Override
    public boolean allowed() {
      return allowed;
    }

    @Override
    public String kill() {
      if (!killed.isEmpty()) {
        throw new LabException("orders-1 does not run");
      }
      killed.add("orders-1");
      return "orders-1";
    }
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void the_page_and_its_json_show_an_onboarding_from_its_question_to_its_end() throws Exception {
    SCENARIO.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Approver grace = SCENARIO.approver("grace@example.com");
    Encounter encounter =
        Encounter.start(SCENARIO, SCENARIO.consumer(), grace, RequestText.to("orders").json());
    encounter.invited().createEndpoint();
    String question = encounter.question();
    JsonNode json = json();
    assertThat(json.at("/questions/0/link").asText())
        .isEqualTo("http://127.0.0.1:1/pages/approvals/" + question);
    assertThat(json.at("/runs/0/state").asText()).isEqualTo("RequestApproval");
    assertThat(json.at("/runs/0/waitsFor").asText()).isEqualTo("a person other than the requester");
    assertThat(orders(json).path("instances").findValuesAsText("role"))
        .containsExactlyInAnyOrder("writer", "reader");
    String waiting = get("/").body();
    assertThat(waiting)
        .contains("http://127.0.0.1:1/pages/approvals/" + question)
        .contains("is in <strong>RequestApproval</strong>", "then comes HowDecided")
        .contains("<g class=\"now\"><rect", ">RequestApproval</text>", "pendingAcceptance")
        .contains("healthy", "onboard-consumer: enters WaitForConsumer");

    grace.approve(question);
    encounter.end();
    assertThat(orders(json()).path("sound").asBoolean()).isTrue();
    assertThat(orders(json()).at("/consumers/0/state").asText()).isEqualTo("ONBOARDED");
    assertThat(get("/").body())
        .contains("No question waits.", "Sound.", "<g class=\"good\"><rect", ">Onboarded</text>");
    List<String> tokens = encounter.run().taskTokens();
    assertThat(tokens).hasSize(2);
    assertThat(get("/").body() + get("/lab.json").body()).doesNotContain(tokens);
  }

  @Tag("long")
  @Test
  void what_changes_is_sent_while_somebody_watches_and_nothing_else() throws Exception {
    HttpResponse<java.io.InputStream> changes =
        HTTP.send(request("/changes").build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(changes.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(changes.body(), StandardCharsets.UTF_8))) {
      JsonNode first = next(lines);
      assertThat(first.fieldNames())
          .toIterable()
          .containsAll(LabSections.HEADINGS.keySet())
          .hasSize(LabSections.HEADINGS.size() + 1);
      assertThat(first.path("kill").asText()).contains("<form");
      NewDatabase invoices = NewDatabase.aurora(Engine.AURORA_MYSQL, "invoices");
      var _ =
          SCENARIO.world().scheduler().exclusively(() -> SCENARIO.provider().database(invoices));
      JsonNode second = next(lines);
      assertThat(second.path("databases").asText()).contains("invoices");
      assertThat(second.has("questions")).isFalse();
      assertThat(second.has("kill")).isFalse();
      writer.allowed = false;
      assertThat(next(lines).path("kill").asText()).contains("by itself").doesNotContain("<form");
    }
  }

  @Test
  void the_button_kills_once_a_form() throws Exception {
    String nonce = nonce();
    assertThat(kill(nonce, page.url()).statusCode()).isEqualTo(303);
    assertThat(writer.killed).containsExactly("orders-1");
    assertThat(get("/").body()).contains("you: kill the writer&#39;s process, orders-1");
    assertThat(kill(nonce, page.url()).statusCode()).isEqualTo(403);
    HttpResponse<String> again = kill(nonce(), page.url());
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("orders-1 does not run");
  }

  @Test
  void a_form_of_elsewhere_or_without_its_nonce_kills_nothing() throws Exception {
    String nonce = nonce();
    assertThat(kill("", page.url()).statusCode()).isEqualTo(403);
    assertThat(kill("guessed", page.url()).statusCode()).isEqualTo(403);
    assertThat(kill(nonce, "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(kill(nonce, "null").statusCode()).isEqualTo(403);
    assertThat(get("/kill?nonce=" + nonce).statusCode()).isEqualTo(404);
    assertThat(writer.killed).isEmpty();
    writer.allowed = false;
    assertThat(get("/").body()).doesNotContain("<form").contains("kills the writer");
  }

  /** A name of another site that leads to this address, as in an attack by DNS. */
  @Test
  void another_name_for_this_address_is_refused() throws Exception {
    URI here = URI.create(page.url());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), here.getPort());
        OutputStream out = socket.getOutputStream()) {
      out.write(
          "GET /lab.json HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("databases");
    }
  }

  @Test
  void only_its_own_script_runs_and_nobody_frames_it() throws Exception {
    HttpResponse<String> html = get("/");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(html.body()).doesNotContain(" style=", " onclick", "<script>");
    assertThat(get("/page.js").body()).contains("EventSource");
    assertThat(get("/page.css").statusCode()).isEqualTo(200);
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void it_listens_on_loopback_only() {
    assertThat(URI.create(page.url()).getHost()).isEqualTo("127.0.0.1");
    assertThat(page.boundTo().isLoopbackAddress()).isTrue();
  }

  private static JsonNode orders(JsonNode all) {
    for (JsonNode database : all.path("databases")) {
      if (database.path("name").asText().equals("orders")) {
        return database;
      }
    }
    throw new AssertionError("orders is not in " + all);
  }

  private static JsonNode next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = lines.readLine();
    }
    return new ObjectMapper().readTree(String.valueOf(line).substring("data: ".length()));
  }

  private String nonce() throws Exception {
    Matcher nonce = NONCE.matcher(get("/").body());
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  private HttpResponse<String> kill(String nonce, String origin) throws Exception {
    return HTTP.send(
        request("/kill")
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString("nonce=" + nonce))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(get("/lab.json").body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(page.url() + path));
  }
}
