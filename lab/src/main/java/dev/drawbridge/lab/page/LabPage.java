package dev.drawbridge.lab.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.runs.Runs;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.pages.Html;
import dev.drawbridge.runtime.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Serves the page on loopback. Whoever is on this machine may read it; only a form of the page
 * itself kills anything.
 */
public final class LabPage implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LabPage.class.getName());
  private static final int LARGEST_FORM = 1024;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Nonces nonces = new Nonces();
  private final Looking looking;
  private final LabLog log;
  private final WriterKill writer;
  private final String pages;
  private volatile boolean closed;

  /**
   * Begins to look, and to answer.
   *
   * @param port 0 for any free port
   * @param pages where the installation's own pages are
   * @throws LabException if the port is taken
   */
  public LabPage(Scenario scenario, int port, String pages, WriterKill writer) {
    this(scenario, port, pages, writer, Looking.EVERY);
  }

  /** The same with looks that are shown until they are so old. */
  LabPage(Scenario scenario, int port, String pages, WriterKill writer, Duration every) {
    this.pages = pages;
    this.writer = writer;
    this.log = scenario.world().scheduler().exclusively(() -> LabLog.of(scenario.world()));
    Runs runs = scenario.world().scheduler().exclusively(() -> Runs.of(scenario.world().states()));
    UnaryOperator<String> link = id -> pages + "/approvals/" + id;
    this.looking = new Looking(new LabLook(scenario, runs, log, link), every);
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new LabException(
          "cannot serve the lab's page on 127.0.0.1:%d; choose another port".formatted(port), e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** Where browsers find it, without a last slash. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The address that it listens on. */
  InetAddress boundTo() {
    return server.getAddress().getAddress();
  }

  @Override
  public void close() {
    closed = true;
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange);
      } catch (LabException refused) {
        refuse(exchange, 409, String.valueOf(refused.getMessage()));
      } catch (RuntimeException defect) {
        if (closed) {
          return; // the world that was looked at has ended
        }
        LOG.log(System.Logger.Level.ERROR, "the lab's page could not be served", defect);
        refuse(exchange, 500, "The lab could not be looked at; its own log says why.");
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    // A name that leads here from elsewhere would let another site's page read this one.
    if (!url().equals("http://" + exchange.getRequestHeaders().getFirst("Host"))) {
      refuse(exchange, 421, "This page is at " + url() + " only.");
      return;
    }
    switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "GET /" -> html(exchange, 200, document());
      case "GET /lab.json" ->
          send(
              exchange,
              200,
              "application/json",
              Json.LENIENT.mapper().writeValueAsString(looking.view()));
      case "GET /changes" -> new Changes(looking, exchange, writer::allowed, this::button).follow();
      case "GET /page.css" -> resource(exchange, "page.css", "text/css");
      case "GET /page.js" -> resource(exchange, "page.js", "text/javascript");
      case "POST /kill" -> kill(exchange);
      default -> refuse(exchange, 404, "There is no such page here.");
    }
  }

  private Html document() {
    return LabDocument.of(looking.sections(), pages + "/", button());
  }

  private Html button() {
    return LabDocument.button(writer.allowed() ? Optional.of(nonces.issue()) : Optional.empty());
  }

  private void kill(HttpExchange exchange) throws IOException {
    String form =
        new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), StandardCharsets.UTF_8);
    boolean ours = url().equals(exchange.getRequestHeaders().getFirst("Origin"));
    if (!ours || !form.startsWith("nonce=") || !nonces.take(form.substring("nonce=".length()))) {
      refuse(exchange, 403, "The form was not shown by this page, or was sent before.");
      return;
    }
    String victim = writer.kill();
    log.note("you", "kill the writer's process, " + victim + " (SIGKILL)");
    exchange.getResponseHeaders().set("Location", "/");
    send(exchange, 303, "text/plain", "");
  }

  private void resource(HttpExchange exchange, String name, String type) throws IOException {
    try (InputStream in = LabPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      send(exchange, 200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    html(exchange, status, LabDocument.refusal(why));
  }

  private static void html(HttpExchange exchange, int status, Html page) throws IOException {
    send(exchange, status, "text/html", page.toString());
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    headers(type).forEach(exchange.getResponseHeaders()::set);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** What every answer has, whatever its kind. */
  static Map<String, String> headers(String type) {
    return Map.of(
        "Content-Type", type + "; charset=utf-8",
        "Cache-Control", "no-store",
        "Content-Security-Policy", POLICY,
        "X-Content-Type-Options", "nosniff",
        "X-Frame-Options", "DENY",
        "Referrer-Policy", "same-origin",
        "Cross-Origin-Resource-Policy", "same-origin");
  }
}
