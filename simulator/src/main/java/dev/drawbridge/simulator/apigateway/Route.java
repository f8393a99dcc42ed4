package dev.drawbridge.simulator.apigateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A method of a resource, and the function that answers it.
 *
 * @param method for example {@code GET}
 * @param template for example {@code /onboardings/{id}}
 * @param functionArn what is invoked with the proxy event
 * @param iam whether the method's authorisation is AWS_IAM: without it a signature is not looked
 *     at, and the caller is nobody
 */
public record Route(String method, String template, String functionArn, boolean iam) {

  /** The path's parameters, decoded, if {@code path} is one of this route's. */
  Optional<Map<String, String>> match(String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        parameters.put(wanted[i].substring(1, wanted[i].length() - 1), decoded(given[i]));
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** A plus sign stands for itself in a path. */
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return segment;
    }
  }
}
