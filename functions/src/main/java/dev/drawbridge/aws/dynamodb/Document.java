package dev.drawbridge.aws.dynamodb;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * One record as JSON text beside its version. Fields that a later release has added are passed
 * over, so that an earlier one can still read what it wrote.
 */
final class Document {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Document() {}

  static Item item(Item key, long version, Object document) {
    return key.with("version", version).with("document", text(document));
  }

  /** A record as an attribute beside others. */
  static String text(Object document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("cannot write " + document, defect);
    }
  }

  static <T> T of(Item item, Class<T> type) {
    return of(item, "document", type);
  }

  /** The same of an attribute. */
  static <T> T of(Item item, String attribute, Class<T> type) {
    try {
      return JSON.readValue(item.text(attribute), type);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException(
          "item %s, %s cannot be read".formatted(item.text("pk"), item.text("sk")), defect);
    }
  }
}
