package dev.drawbridge.simulator.wire;

import dev.drawbridge.simulator.model.ApiModel;
import dev.drawbridge.simulator.model.OperationModel;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation of a REST service a method and a path lead to. */
final class Routes {
  private static final Map<String, Routes> KNOWN = new ConcurrentHashMap<>();
  private static final Pattern LABEL = Pattern.compile("\\{(\\w+)(\\+?)}");

  private final List<Route> routes;

  private Routes(List<Route> routes) {
    this.routes = routes;
  }

  /** A route; the pattern has a group for each label. */
  record Route(String operation, String method, Pattern path, List<String> labels, int status) {}

  /** The route of a request, with what stands in place of its labels. */
  record Found(Route route, Map<String, String> labels) {}

  /** All that the facts know; what is not served is then refused by its name. */
  static Routes of(String signingName) {
    return KNOWN.computeIfAbsent(
        signingName,
        name ->
            new Routes(
                ApiModel.of(name).operations().entrySet().stream()
                    .filter(entry -> !entry.getValue().uri().isEmpty())
                    .map(entry -> route(entry.getKey(), entry.getValue()))
                    .toList()));
  }

  private static Route route(String operation, OperationModel model) {
    String uri = model.uri().split("\\?", 2)[0].replaceFirst("/$", "");
    StringBuilder pattern = new StringBuilder();
    List<String> labels = new ArrayList<>();
    Matcher label = LABEL.matcher(uri);
    int end = 0;
    while (label.find()) {
      pattern.append(Pattern.quote(uri.substring(end, label.start())));
      pattern.append(label.group(2).isEmpty() ? "([^/]+)" : "(.+)");
      labels.add(label.group(1));
      end = label.end();
    }
    pattern.append(Pattern.quote(uri.substring(end))).append("/?");
    return new Route(
        operation, model.method(), Pattern.compile(pattern.toString()), labels, model.status());
  }

  Optional<Found> find(String method, String pathAndQuery) {
    String path = pathAndQuery.split("\\?", 2)[0];
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.method().equals(method) && matcher.matches()) {
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < route.labels().size(); i++) {
          labels.put(route.labels().get(i), decode(matcher.group(i + 1)));
        }
        return Optional.of(new Found(route, labels));
      }
    }
    return Optional.empty();
  }

  /** The HTTP status of an operation that succeeded. */
  int status(String operation) {
    return routes.stream()
        .filter(route -> route.operation().equals(operation))
        .mapToInt(Route::status)
        .findFirst()
        .orElse(200);
  }

  /** The parameters of a query, each with its values. */
  static Map<String, List<String>> query(String pathAndQuery) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    String[] parts = pathAndQuery.split("\\?", 2);
    for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&", -1)) {
      String[] sides = pair.split("=", 2);
      query
          .computeIfAbsent(decode(sides[0]), name -> new ArrayList<>())
          .add(sides.length < 2 ? "" : decode(sides[1]));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
