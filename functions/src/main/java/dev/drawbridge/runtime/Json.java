package dev.drawbridge.runtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.drawbridge.error.InvalidRequest;

/**
 * How records are read and written: instants as ISO 8601 text, absent for null, lists never null.
 *
 * <p>{@link #STRICT} at the doors, where a misspelt field must be an error; {@link #LENIENT}
 * between states, so that a worker accepts the data of every release within the longest wait.
 */
public final class Json {
  /** Unknown fields, missing numbers, text for a number: all refused. */
  public static final Json STRICT = new Json(true);

  /** Unknown fields are ignored. */
  public static final Json LENIENT = new Json(false);

  private final ObjectMapper mapper;

  private Json(boolean strict) {
    mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, strict)
            .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
            .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, !strict)
            .configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, !strict)
            .build();
  }

  /** The mapper itself. */
  public ObjectMapper mapper() {
    return mapper;
  }

  /** Looks at both types now rather than at the first task: what a mapper needs to know of them. */
  void prepare(Class<?> input, JavaType output) {
    mapper.readerFor(input);
    mapper.writerFor(output);
  }

  /**
   * Reads a record.
   *
   * @throws InvalidRequest naming the field, when the text is not one
   */
  public <T> T read(byte[] json, Class<T> type) {
    try {
      T value = mapper.readValue(json, type);
      if (value == null) {
        throw new InvalidRequest("the input is null; an object is expected");
      }
      return value;
    } catch (JsonMappingException mapping) {
      throw Unreadable.because(mapping, tree(json));
    } catch (java.io.IOException malformed) {
      throw new InvalidRequest("the input is not JSON: " + what(malformed), malformed);
    }
  }

  private JsonNode tree(byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (java.io.IOException malformed) {
      return MissingNode.getInstance(); // behind the value that is wrong
    }
  }

  /** Writes a record. */
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("cannot write " + value.getClass().getName(), defect);
    }
  }

  private static String what(Exception failure) {
    return failure instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(failure.getMessage());
  }
}
