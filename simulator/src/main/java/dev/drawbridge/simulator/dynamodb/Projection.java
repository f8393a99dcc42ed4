package dev.drawbridge.simulator.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which attributes a read returns; top-level names only. */
record Projection(List<Path> paths) {
  static Projection read(@Nullable String text, Bindings bindings) {
    List<Path> paths = new ArrayList<>();
    if (text != null) {
      Tokens tokens = new Tokens("ProjectionExpression", text);
      do {
        Path path = bindings.path(tokens);
        if (path.steps().size() > 1) {
          throw tokens.error("This world does not model nested paths in projections");
        }
        paths.add(path);
      } while (tokens.taken(","));
      tokens.expectEnd();
      Path.distinct("ProjectionExpression", paths);
    }
    return new Projection(paths);
  }

  Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    if (paths.isEmpty()) {
      return item;
    }
    Map<String, AttributeValue> kept = new HashMap<>();
    paths.forEach(p -> p.read(item).ifPresent(v -> kept.put(p.steps().getFirst(), v)));
    return kept;
  }
}
