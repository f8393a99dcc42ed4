package dev.drawbridge.model;

import dev.drawbridge.identity.Unseen;
import java.util.regex.Pattern;

/**
 * What people write, as one line: whoever can break lines or turn the direction of writing can make
 * a message say what nobody said.
 */
public final class PlainText {
  /**
   * Control and format characters (those that turn the direction of writing among them), what
   * separates lines and paragraphs, and what is not seen.
   */
  private static final String UNPLAIN = "\\p{Cc}\\p{Zl}\\p{Zp}" + Unseen.CLASS;

  /** A line of at most a thousand characters; the rule that {@code openapi.json} names. */
  public static final Pattern LINE = line(0, 1000);

  /** That rule, for people. */
  public static final String RULE =
      "expected one line of at most 1,000 characters, without control or invisible characters";

  private static final Pattern HIDDEN =
      Pattern.compile("[" + Unseen.CLASS + "\\p{Zl}\\p{Zp}[\\p{Cc}&&[^\\n\\t]]]+");
  private static final Pattern DOT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=\\p{L}{2})");
  private static final Pattern RUN = Pattern.compile("[" + UNPLAIN + "]+");

  private PlainText() {}

  /** A line of so many characters. */
  public static Pattern line(int least, int most) {
    return Pattern.compile("[^%s]{%d,%d}".formatted(UNPLAIN, least, most));
  }

  /** A text of several lines without what turns the direction of writing, or is not seen. */
  public static String seen(String text) {
    return HIDDEN.matcher(text).replaceAll("");
  }

  /** The text with addresses that no mail program makes clickable, for whoever is not trusted. */
  public static String withoutLinks(String text) {
    return DOT.matcher(text.replace("://", "[:]//")).replaceAll("[.]");
  }

  /** The text as one line, cut. */
  public static String oneLine(String text, int most) {
    String line = RUN.matcher(text).replaceAll(" ").strip();
    if (line.length() <= most) {
      return line;
    }
    // Never half of a pair: DynamoDB and EventBridge want whole characters.
    int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    return line.substring(0, end);
  }
}
