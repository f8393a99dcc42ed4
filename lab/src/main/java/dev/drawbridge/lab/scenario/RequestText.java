package dev.drawbridge.lab.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for onboarding as JSON text; every field can be set to any value, a wrong one included.
 *
 * @param fields in the order they were set
 */
public record RequestText(Map<String, Object> fields) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The first consumer asks for a database, and accepts that MySQL may block hosts. */
  public static RequestText to(String database) {
    return new RequestText(Map.of())
        .with("databaseIdentifier", database)
        .with("consumerAccountId", Scenario.CONSUMER.account())
        .with("acceptHostBlockRisk", true);
  }

  /** The owner speaks of the exposure itself, and of no consumer. */
  public static RequestText ofOwner(String database) {
    return new RequestText(Map.of()).with("databaseIdentifier", database);
  }

  /** The same with one field set. */
  public RequestText with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new RequestText(more);
  }

  /** The same without one field. */
  public RequestText without(String field) {
    Map<String, Object> fewer = new LinkedHashMap<>(fields);
    fewer.remove(field);
    return new RequestText(fewer);
  }

  /** The text. */
  public String json() {
    return JSON.valueToTree(fields).toString();
  }
}
