package dev.drawbridge.simulator.apigateway;

import dev.drawbridge.simulator.wire.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The path of a call as sent, and the parameters of its query, decoded.
 *
 * @param query every value of each parameter, in the order of the query
 */
record RequestTarget(String path, Map<String, List<String>> query) {

  static RequestTarget of(HttpCall call) {
    int mark = call.path().indexOf('?');
    String path = mark < 0 ? call.path() : call.path().substring(0, mark);
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : call.path().substring(mark + 1).split("&", -1)) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
          String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
          query.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
        }
      }
    }
    return new RequestTarget(path.isEmpty() ? "/" : path, query);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
