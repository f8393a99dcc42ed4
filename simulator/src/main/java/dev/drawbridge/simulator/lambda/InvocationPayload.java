package dev.drawbridge.simulator.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;

/** What Lambda demands of an invocation's payload before it runs anything. */
final class InvocationPayload {
  /** "Invocation payload", Lambda quotas: 6 MB to wait for the answer, 1 MB to leave it. */
  private static final int MOST_BYTES = 6_291_456;

  private static final int MOST_EVENT_BYTES = 1_048_576;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private InvocationPayload() {}

  /**
   * Refuses a payload.
   *
   * @param type the type of the invocation
   * @throws ServiceError RequestEntityTooLargeException (413), InvalidRequestContentException
   */
  static void check(String type, String payload) {
    int most = type.equals("Event") ? MOST_EVENT_BYTES : MOST_BYTES;
    int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      throw ServiceError.of(
          413,
          "RequestEntityTooLargeException",
          "%d byte payload is too large for the %s invocation type (limit %d bytes)"
              .formatted(bytes, type, most));
    }
    try {
      JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw ServiceError.client(
          "InvalidRequestContentException",
          "Could not parse request body into json: Could not parse payload into json: "
              + e.getOriginalMessage());
    }
  }
}
