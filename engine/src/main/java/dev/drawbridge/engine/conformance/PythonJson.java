package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.engine.path.Payload;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON as Python writes it, with a space after each comma and colon: the recordings' inputs. */
final class PythonJson {
  private PythonJson() {}

  static Payload payload(JsonNode value) {
    return new Payload(value, write(value));
  }

  static String write(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(field -> TextNode.valueOf(field.getKey()) + ": " + write(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(PythonJson::write)
            .collect(Collectors.joining(", ", "[", "]"))
        : value.toString();
  }

  /** Python's {@code str(value)}: strings bare, others as their representation. */
  static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : representation(value);
  }

  private static String representation(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT ->
          value.properties().stream()
              .map(field -> quoted(field.getKey()) + ": " + representation(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case ARRAY ->
          StreamSupport.stream(value.spliterator(), false)
              .map(PythonJson::representation)
              .collect(Collectors.joining(", ", "[", "]"));
      case STRING -> quoted(value.textValue());
      case BOOLEAN -> value.booleanValue() ? "True" : "False";
      case NULL -> "None";
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    boolean single = !text.contains("'") || text.contains("\"");
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
    return single ? "'" + escaped.replace("'", "\\'") + "'" : "\"" + escaped + "\"";
  }
}
