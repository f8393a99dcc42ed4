package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The page of a request's fields says what the API's description says, and what the reader reads.
 */
class RequestPageTest {
  private static final Path PAGE = Path.of("..", "docs", "requests.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fields that the reader knows in order to say where they belong. */
  private static final Set<String> REFUSED =
      Set.of("requestedBy", "approvers", "plan", "force", "hold", "databaseResourceId");

  /** After a change of a field: {@code mvn -pl functions -am test -Dupdate.docs=true}. */
  @Test
  void the_page_of_requests_shows_the_fields_of_the_description() throws IOException {
    String expected = page(schema());
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  @Test
  void the_reader_knows_the_fields_of_the_description_and_no_others() throws IOException {
    Throwable refusal =
        catchThrowable(() -> OnboardRequestReader.read("{\"x\": 1}", "111111111111"));
    String known =
        String.valueOf(refusal.getMessage()).replaceAll("(?s).*known are ([\\w, ]+).*", "$1");
    Set<String> names = new TreeSet<>(List.of(known.split(", ", -1)));
    names.removeAll(REFUSED);
    Set<String> described = new TreeSet<>();
    schema().path("properties").fieldNames().forEachRemaining(described::add);
    assertThat(names).isEqualTo(described);
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RequestPageTest.class.getResourceAsStream("/dev/drawbridge/api/openapi.json"))) {
      return JSON.readTree(in).at("/components/schemas/OnboardingRequest");
    }
  }

  private static String page(JsonNode schema) {
    StringBuilder page =
        new StringBuilder(
            """
            # Fields of a request

            Generated from the [API's description](api.md); a test keeps this page equal to it, and it to what the state machine
            `onboard-consumer` reads. The same JSON goes to `POST /onboardings`, to `./drawbridge request` and into the input of an execution.
            %s

            | Field | Needed | What it says | Form |
            |---|---|---|---|
            """
                .formatted(schema.path("description").asText()));
    Set<String> needed = new TreeSet<>();
    schema.path("required").forEach(name -> needed.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            field ->
                page.append(
                    "| `%s` | %s | %s | %s |%n"
                        .formatted(
                            field.getKey(),
                            needed.contains(field.getKey()) ? "yes" : "",
                            field.getValue().path("description").asText(),
                            form(field.getValue()))));
    return page.toString();
  }

  private static String form(JsonNode field) {
    if (field.path("type").asText().equals("array")) {
      return "at most %d of %s"
          .formatted(field.path("maxItems").asInt(), form(field.path("items")));
    }
    if (field.has("enum")) {
      return "one of `%s`".formatted(String.join("`, `", texts(field.path("enum"))));
    }
    if (field.has("minimum")) {
      return "%d to %d".formatted(field.path("minimum").asInt(), field.path("maximum").asInt());
    }
    return field.has("pattern")
        ? "`%s`".formatted(field.path("pattern").asText().replace("|", "\\|"))
        : "`true` or `false`";
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
