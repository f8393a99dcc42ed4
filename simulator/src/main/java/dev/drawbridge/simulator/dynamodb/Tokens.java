package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an expression, read one after the other. */
final class Tokens {
  private static final Pattern WORD =
      Pattern.compile("\\s*(?:([#:]?[A-Za-z_0-9]+)|(<>|<=|>=|[=<>(),.+\\-\\[\\]]))");
  private static final String END = "";

  private final List<String> words = new ArrayList<>();
  private final String kind;
  private final String text;
  private int next;

  /**
   * Reads an expression.
   *
   * @param kind what AWS calls it in messages, for example {@code ConditionExpression}
   */
  Tokens(String kind, String text) {
    this.kind = kind;
    this.text = text;
    Matcher matcher = WORD.matcher(text);
    int at = 0;
    while (at < text.stripTrailing().length()) {
      matcher.region(at, text.length());
      if (!matcher.lookingAt()) {
        throw error("Syntax error; token: \"%s\"".formatted(text.substring(at).strip()));
      }
      words.add(matcher.group().strip());
      at = matcher.end();
    }
    if (words.isEmpty()) {
      throw error("The expression can not be empty;");
    }
  }

  String peek() {
    return next < words.size() ? words.get(next) : END;
  }

  String take() {
    String word = peek();
    if (word.equals(END)) {
      throw error("Syntax error; token: \"<EOF>\"");
    }
    next++;
    return word;
  }

  /** Takes the word if it stands next; keywords and functions are compared without case. */
  boolean taken(String word) {
    if (peek().toUpperCase(Locale.ROOT).equals(word.toUpperCase(Locale.ROOT))) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String word) {
    if (!taken(word)) {
      throw error("Syntax error; token: \"%s\", expected \"%s\"".formatted(peek(), word));
    }
  }

  /** Whether {@code word} stands after the next one. */
  boolean follows(String word) {
    return next + 1 < words.size() && words.get(next + 1).equals(word);
  }

  void expectEnd() {
    if (!peek().equals(END)) {
      throw error("Syntax error; token: \"%s\"".formatted(peek()));
    }
  }

  /** An error of the whole expression. */
  ServiceError refused(String message) {
    return ServiceError.client("ValidationException", "Invalid %s: %s".formatted(kind, message));
  }

  ServiceError error(String detail) {
    return ServiceError.client(
        "ValidationException", "Invalid %s: %s, near: \"%s\"".formatted(kind, detail, text));
  }
}
