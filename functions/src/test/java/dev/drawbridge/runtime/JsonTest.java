package dev.drawbridge.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Enforcement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of an input that cannot be read. */
class JsonTest {
  record Inner(String name) {}

  record Outer(
      String text,
      int number,
      boolean flag,
      List<Inner> inners,
      Inner inner,
      Enforcement enforcement,
      Instant at,
      Duration within) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"orders\"|the input cannot be read: expected an object, got \"orders\"",
        "[]|the input cannot be read: expected an object, got a list",
        "7|the input cannot be read: expected an object, got 7",
        "null|the input is null; an object is expected",
        "{\"inner\": \"x\"}|field 'inner' cannot be read: expected an object, got \"x\"",
        "{\"inner\": [1]}|field 'inner' cannot be read: expected an object, got a list",
        "{\"inners\": {}}|field 'inners' cannot be read: expected a list, got an object",
        "{\"inners\": [3]}|field 'inners.[0]' cannot be read: expected an object, got 3",
        "{\"text\": {}}|field 'text' cannot be read: expected a text, got an object",
        "{\"number\": \"x\"}|field 'number' cannot be read: expected a whole number, got \"x\"",
        "{\"flag\": [1]}|field 'flag' cannot be read: expected true or false, got a list",
        "{\"enforcement\": \"maybe\"}|field 'enforcement' cannot be read: expected one of",
        "{\"at\": \"noon\"}|field 'at' cannot be read: expected an instant such as",
        "{\"within\": \"long\"}|field 'within' cannot be read: expected a duration such as",
        "{\"text\": |the input is not JSON",
      })
  void what_cannot_be_read_is_told_in_a_sentence_without_names_of_classes(
      String json, String sentence) {
    for (Json reader : List.of(Json.STRICT, Json.LENIENT)) {
      assertThatThrownBy(() -> reader.read(json.getBytes(UTF_8), Outer.class))
          .isInstanceOf(InvalidRequest.class)
          .hasMessageStartingWith(sentence)
          .message()
          .doesNotContain("dev.drawbridge", "java.", "Outer", "Inner", "\n");
    }
  }

  @Test
  void an_unknown_field_is_named_where_it_matters() {
    assertThatThrownBy(() -> Json.STRICT.read("{\"txet\": \"x\"}".getBytes(UTF_8), Outer.class))
        .hasMessageContainingAll("unknown field 'txet'", "text", "number");
  }
}
