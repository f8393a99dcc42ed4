package dev.drawbridge.pages;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Markup in which every value is escaped. This is the one place where text becomes HTML: no other
 * class can make an object of this one.
 */
public final class Html {
  /** Nothing. */
  public static final Html NOTHING = new Html("");

  private static final String PLACE = "{}";

  /** Text that reads in another order than it is written, or is not seen at all, could mislead. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /**
   * Fills the places <code>{}</code> of a template, in their order.
   *
   * @param template a constant of the program, never a value
   * @param values markup stays as it is; anything else is escaped
   */
  public static Html of(String template, Object... values) {
    StringBuilder filled = new StringBuilder(template.length());
    int from = 0;
    for (Object value : values) {
      int place = template.indexOf(PLACE, from);
      if (place < 0) {
        throw new IllegalArgumentException("more values than places in: " + template);
      }
      filled.append(template, from, place).append(markup(value));
      from = place + PLACE.length();
    }
    if (template.indexOf(PLACE, from) >= 0) {
      throw new IllegalArgumentException("more places than values in: " + template);
    }
    return new Html(filled.append(template.substring(from)).toString());
  }

  /** One after the other. */
  public static Html join(Collection<Html> parts) {
    return new Html(parts.stream().map(part -> part.markup).collect(Collectors.joining("\n")));
  }

  private static String markup(Object value) {
    return value instanceof Html html ? html.markup : escaped(String.valueOf(value));
  }

  private static String escaped(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll("\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return markup;
  }
}
