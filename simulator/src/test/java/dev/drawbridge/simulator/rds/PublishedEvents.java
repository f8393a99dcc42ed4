package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** AWS's tables of events, as far as the simulator sends them. */
final class PublishedEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Published> BY_ID = read();

  private PublishedEvents() {}

  /** A row; {@code {}} in a message stands for what AWS fills in. */
  private record Published(String source, String category, String number, String message) {
    Pattern pattern() {
      return Pattern.compile(
          List.of(message.split("\\{}", -1)).stream()
              .map(Pattern::quote)
              .collect(Collectors.joining("\\S+")));
    }
  }

  /** The event, which has to be one of the tables with its source, category and message. */
  static String checked(String event) {
    JsonNode detail = parsed(event).path("detail");
    String id = detail.path("EventID").asText();
    Published published = Objects.requireNonNull(BY_ID.get(id), id);
    assertThat(detail.path("SourceType").asText()).as(id).isEqualTo(published.source());
    assertThat(detail.path("EventCategories").toString())
        .as(id)
        .isEqualTo("[\"%s\"]".formatted(published.category()));
    assertThat(detail.path("Message").asText()).as(id).matches(published.pattern());
    return event;
  }

  /** The number of an event, for example {@code 0071}. */
  static String number(String event) {
    return parsed(event).at("/detail/EventID").asText().replace("RDS-EVENT-", "");
  }

  private static JsonNode parsed(String event) {
    try {
      return JSON.readTree(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + event, e);
    }
  }

  private static Map<String, Published> read() {
    try (InputStream in =
        PublishedEvents.class.getResourceAsStream("/dev/drawbridge/simulator/rds-events.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .map(row -> new Published(row[0], row[1], row[2], row[3]))
          .collect(Collectors.toMap(row -> "RDS-EVENT-" + row.number(), Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException("rds-events.txt", e);
    }
  }
}
