package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.engine.path.JsonPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code States.Format('{}', $.name)}: a name, and arguments that are strings in single
 * quotes, numbers, booleans, null, paths or further calls.
 *
 * <p>In a string a backslash may stand only before a single quote, a brace or a backslash (Amazon
 * States Language, Reserved characters in intrinsic functions).
 */
final class IntrinsicParser {
  private final String text;
  private int at;

  private IntrinsicParser(String text) {
    this.text = text;
  }

  /** Reads a whole expression. */
  static Expression.Call parse(String text) {
    IntrinsicParser parser = new IntrinsicParser(text);
    Expression.Call call = parser.call();
    parser.space();
    if (parser.at != text.length()) {
      throw new IllegalArgumentException("unexpected text after the call");
    }
    return call;
  }

  private Expression.Call call() {
    space();
    int start = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || peek('.'))) {
      at++;
    }
    String name = text.substring(start, at);
    expect('(');
    List<Expression> arguments = new ArrayList<>();
    space();
    if (!peek(')')) {
      do {
        arguments.add(argument(name.equals("States.Format") && arguments.isEmpty()));
      } while (skip(','));
    }
    expect(')');
    return new Expression.Call(name, List.copyOf(arguments), text.substring(start, at));
  }

  /** In the template of States.Format, braces stay escaped, to be told from its own {}. */
  private Expression argument(boolean template) {
    space();
    if (peek('\'')) {
      return new Expression.Literal(TextNode.valueOf(string(template)));
    }
    if (text.startsWith("States.", at)) {
      return call();
    }
    String bare = bare();
    if (bare.startsWith("$")) {
      if (!JsonPaths.valid(bare)) {
        throw new IllegalArgumentException("not a path: " + bare);
      }
      return new Expression.Path(bare);
    }
    return new Expression.Literal(literal(bare));
  }

  private String string(boolean template) {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length() && !peek('\''); at++) {
      char next = text.charAt(at);
      if (next == '\\') {
        at++;
        if (at >= text.length() || "'\\{}".indexOf(text.charAt(at)) < 0) {
          throw new IllegalArgumentException("illegal escape");
        }
        if (template && (peek('{') || peek('}'))) {
          value.append('\\');
        }
        next = text.charAt(at);
      }
      value.append(next);
    }
    expect('\'');
    return value.toString();
  }

  /** Text up to the comma or bracket that ends the argument; brackets of a path are skipped. */
  private String bare() {
    int start = at;
    int depth = 0;
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char next = text.charAt(at);
      quoted = (next == '\'') != quoted;
      if (!quoted && depth == 0 && (next == ',' || next == ')')) {
        break;
      }
      depth += quoted ? 0 : next == '[' || next == '(' ? 1 : next == ']' || next == ')' ? -1 : 0;
    }
    return text.substring(start, at).strip();
  }

  private static JsonNode literal(String bare) {
    return switch (bare) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      case "null" -> NullNode.instance;
      default ->
          bare.matches("-?\\d+")
              ? LongNode.valueOf(Long.parseLong(bare))
              : DoubleNode.valueOf(Double.parseDouble(bare));
    };
  }

  private boolean peek(char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }

  private boolean skip(char expected) {
    space();
    if (peek(expected)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char expected) {
    if (!skip(expected)) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
