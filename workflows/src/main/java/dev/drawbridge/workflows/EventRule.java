package dev.drawbridge.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which events of EventBridge a rule matches.
 *
 * @param source for example {@code aws.rds}
 * @param detailTypes any of these
 * @param detail fields of the event's detail, each with the values of which one must be there
 */
public record EventRule(String source, List<String> detailTypes, Map<String, List<String>> detail) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public EventRule {
    detailTypes = List.copyOf(detailTypes);
    detail = Map.copyOf(detail);
  }

  /** The event pattern as EventBridge's API takes it. */
  public String pattern() {
    Map<String, Object> pattern = new LinkedHashMap<>();
    pattern.put("source", List.of(source));
    pattern.put("detail-type", detailTypes);
    pattern.put("detail", detail);
    try {
      return JSON.writeValueAsString(pattern);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
