package dev.drawbridge.aws.dynamodb;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** Lists of records in one attribute, as JSON text. */
final class Text {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A vote that does not say whether it is a yes is not a no either.
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Text() {}

  static String of(List<?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("cannot write " + values, defect);
    }
  }

  static <T> List<T> list(String text, Class<T> type) {
    try {
      return JSON.readerForListOf(type).readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not as it was written: " + text, e);
    }
  }
}
