package dev.drawbridge.pages;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.drawbridge.api.ProxyEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A browser's call. Nothing in it is believed but secrets that were handed out here. */
record PageCall(ProxyEvent event) {
  private static final int LARGEST_FORM = 8 * 1024;

  /** The provider's account, whose API this is. */
  String account() {
    return event.requestContext().accountId();
  }

  boolean isHead() {
    return event.httpMethod().equals("HEAD");
  }

  /** A parameter of the path of that form; nothing of another form exists. */
  Optional<String> path(String name, Pattern form) {
    return event.path(name).filter(value -> form.matcher(value).matches());
  }

  /** A parameter of the query of that form; one of another form is as good as none. */
  Optional<String> query(String name, Pattern form) {
    return event.query(name).filter(value -> form.matcher(value).matches());
  }

  Optional<String> header(String name) {
    return event.header(name);
  }

  /** The value of a cookie; of two with one name none, since one of them is somebody else's. */
  Optional<String> cookie(String name) {
    List<String> values =
        List.of(header("Cookie").orElse("").split(";\\s*")).stream()
            .filter(pair -> pair.startsWith(name + "="))
            .map(pair -> pair.substring(name.length() + 1))
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /**
   * The fields of a form, each once.
   *
   * @throws PageRefusal if it is no form, is too large, or has a field twice
   */
  Map<String, String> form() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String body = new String(event.bytes(), StandardCharsets.UTF_8);
    if (!type.startsWith("application/x-www-form-urlencoded") || body.length() > LARGEST_FORM) {
      throw notAForm();
    }
    Map<String, String> fields = new HashMap<>();
    URLUtils.parseParameters(body)
        .forEach(
            (name, values) -> {
              if (values.size() != 1) {
                throw notAForm();
              }
              fields.put(name, values.getFirst());
            });
    return fields;
  }

  private static PageRefusal notAForm() {
    return new PageRefusal(
        400,
        "This cannot be read",
        "What was sent is not the form of a page of this installation.");
  }
}
