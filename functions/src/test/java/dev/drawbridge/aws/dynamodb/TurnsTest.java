package dev.drawbridge.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.plan.Lane;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class TurnsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ProvisionedThroughputExceededException",
        "ThrottlingException",
        "RequestLimitExceeded"
      })
  void a_throttle_of_the_one_item_is_a_turn_that_is_not_ours(String code) {
    Refusing http = new Refusing(code);
    assertThat(turns(http).take(Lane.WRITERS)).isFalse();
    assertThat(http.asked()).as("tries of the SDK").isEqualTo(Clients.ATTEMPTS);
  }

  @Test
  void whoever_needs_a_turn_then_comes_again() {
    assertThatThrownBy(() -> turns(new Refusing("ThrottlingException")).require(Lane.WRITERS))
        .isInstanceOf(NotReady.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResourceNotFoundException", "ValidationException"})
  void any_other_refusal_stays_what_it_is(String code) {
    assertThatThrownBy(() -> turns(new Refusing(code)).take(Lane.WRITERS))
        .isInstanceOf(DynamoDbException.class);
  }

  private static Turns turns(Refusing http) {
    Clients clients =
        new Clients(
            new Clients.Wiring(
                http,
                Region.EU_CENTRAL_1,
                AnonymousCredentialsProvider.create(),
                BackoffStrategy.retryImmediately(),
                Optional.empty()));
    return new Turns(new Table(clients, "drawbridge"), () -> NOW);
  }
}
