package dev.drawbridge.lab.page;

import com.sun.net.httpserver.HttpExchange;
import dev.drawbridge.pages.Html;
import dev.drawbridge.runtime.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells one browser what has changed, as server-sent events (HTML standard, section 9.2): each the
 * places of the page that are drawn anew, as one line of JSON.
 */
final class Changes {
  private final Looking looking;
  private final HttpExchange exchange;
  private final BooleanSupplier allowed;
  private final Supplier<Html> button;
  private Optional<Boolean> told = Optional.empty();
  private final Map<String, String> shown = new HashMap<>();

  /**
   * Tells the browser behind an exchange.
   *
   * @param allowed whether somebody may kill the writer
   * @param button what stands in the button's place by then; made only when that has changed, since
   *     each form is another one
   */
  Changes(Looking looking, HttpExchange exchange, BooleanSupplier allowed, Supplier<Html> button) {
    this.looking = looking;
    this.exchange = exchange;
    this.allowed = allowed;
    this.button = button;
  }

  /** Goes on until the browser goes away or the lab ends. */
  void follow() throws IOException {
    LabPage.headers("text/event-stream").forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(next().getBytes(StandardCharsets.UTF_8));
        out.flush();
        Thread.sleep(Looking.EVERY);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** A comment keeps the connection known to be alive where nothing has changed. */
  private String next() throws IOException {
    Map<String, String> anew = new LinkedHashMap<>();
    for (Map.Entry<String, Html> section : looking.sections().entrySet()) {
      String markup = section.getValue().toString();
      if (!markup.equals(shown.put(section.getKey(), markup))) {
        anew.put(section.getKey(), markup);
      }
    }
    boolean now = allowed.getAsBoolean();
    if (told.filter(before -> before == now).isEmpty()) {
      told = Optional.of(now);
      anew.put(LabDocument.BUTTON, button.get().toString());
    }
    return anew.isEmpty()
        ? ": nothing new\n\n"
        : "data: " + Json.LENIENT.mapper().writeValueAsString(anew) + "\n\n";
  }
}
