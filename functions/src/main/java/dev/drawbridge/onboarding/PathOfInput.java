package dev.drawbridge.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.OnboardingKey;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which path an execution was about, from its input, however wrong that input is. */
public final class PathOfInput {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than the longest ARN of a database or a role; DynamoDB's sort keys end at 1024 bytes. */
  private static final int LONGEST = 600;

  private PathOfInput() {}

  /**
   * The claim is under one of these: an identifier alone does not tell a cluster from an instance.
   * Empty if the input does not say; then there is no claim either.
   */
  public static List<OnboardingKey> read(@Nullable String input, Provider provider) {
    try {
      JsonNode json = JSON.readTree(input == null ? "null" : input);
      String database = json.path("databaseIdentifier").asText("");
      String role = json.path("consumerRoleArn").asText("");
      String account = json.path("consumerAccountId").asText("");
      // What no request may say was refused, and so has no claim; a key of the table has bounds.
      if (database.length() > LONGEST || role.length() > LONGEST || !account.matches("\\d{12}")) {
        return List.of();
      }
      if (database.isEmpty()) {
        return List.of();
      }
      return of(database, account, role, provider);
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  /** The same, read already; an empty {@code role} stands for the whole account. */
  public static List<OnboardingKey> of(
      String database, String account, String role, Provider provider) {
    String principal = role.isEmpty() ? provider.rootOf(account) : role;
    return arns(database, provider).map(arn -> new OnboardingKey(arn, principal)).toList();
  }

  private static Stream<String> arns(String database, Provider provider) {
    return DatabaseArn.read(database).stream()
        .map(DatabaseArn::toString)
        .findFirst()
        .map(Stream::of)
        .orElseGet(
            () ->
                Stream.of(DatabaseArn.Kind.values())
                    .map(
                        kind ->
                            new DatabaseArn(
                                    provider.partition(),
                                    provider.region(),
                                    provider.accountId(),
                                    kind,
                                    database)
                                .toString()));
  }
}
