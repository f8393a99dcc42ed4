package dev.drawbridge.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTest {
  /** A list of texts, none of which holds a quotation mark or ends in a comma. */
  private static final Pattern TEXTS =
      Pattern.compile("\\[\\s+\"[^\"\\\\]*\"(,\\s+\"[^\"\\\\]*\")*\\s+\\]");

  private static final List<String> MACHINE_KEYS =
      List.of("Comment", "StartAt", "TimeoutSeconds", "States");
  private static final List<String> STATE_KEYS =
      List.of(
          "Type",
          "Comment",
          "Resource",
          "InputPath",
          "Seconds",
          "Result",
          "Parameters",
          "Choices",
          "Default",
          "ResultSelector",
          "ResultPath",
          "OutputPath",
          "Error",
          "Cause",
          "ErrorPath",
          "CausePath",
          "TimeoutSeconds",
          "Retry",
          "Catch",
          "Next",
          "End");

  static List<StateMachine> machines() {
    return Catalogue.stateMachines();
  }

  static List<Definitions.State> states() {
    return Definitions.states().toList();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void a_definition_is_two_space_json_with_each_list_of_texts_on_one_line(StateMachine machine)
      throws JsonProcessingException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator(""))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    String printed =
        Definitions.JSON.writer(printer).writeValueAsString(Definitions.parsed(machine)) + "\n";
    String lines =
        TEXTS.matcher(printed).replaceAll(list -> Matcher.quoteReplacement(oneLine(list.group())));
    assertThat(machine.definition()).isEqualTo(lines);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void the_keys_of_a_machine_have_one_order(StateMachine machine) {
    assertThat(keys(Definitions.parsed(machine))).isEqualTo(MACHINE_KEYS);
  }

  @ParameterizedTest
  @MethodSource("states")
  void the_keys_of_a_state_have_one_order(Definitions.State state) {
    List<String> expected = new ArrayList<>(STATE_KEYS);
    expected.retainAll(keys(state.json()));
    assertThat(keys(state.json())).isEqualTo(expected);
  }

  @Test
  void every_state_says_why_it_exists() {
    assertThat(Definitions.states())
        .allSatisfy(
            state -> assertThat(state.json().path("Comment").asText()).hasSizeGreaterThan(15));
  }

  private static String oneLine(String list) {
    return list.replaceAll("\\[\\s+", "[").replaceAll("\\s+\\]", "]").replaceAll(",\\s+", ", ");
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
