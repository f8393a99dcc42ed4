package dev.drawbridge.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.model.OnboardingKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which path an execution was about, from its input, however wrong that input is. */
public final class PathOfInput {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PathOfInput() {}

  /** Empty if the input does not say: then there is no claim either. */
  public static Optional<OnboardingKey> read(@Nullable String input) {
    try {
      JsonNode json = JSON.readTree(input == null ? "null" : input);
      String database = json.path("databaseIdentifier").asText("");
      String consumer = json.path("consumerAccountId").asText("");
      return database.isEmpty() || consumer.isEmpty()
          ? Optional.empty()
          : Optional.of(new OnboardingKey(database, consumer));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
