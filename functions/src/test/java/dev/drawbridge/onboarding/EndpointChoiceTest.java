package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import dev.drawbridge.model.EndpointClaims;
import dev.drawbridge.model.OnboardingKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointChoiceTest {
  private static final String US = "222222222222";
  private static final String ROLE = "arn:aws:iam::222222222222:role/a";
  private static final String OTHER = "arn:aws:iam::222222222222:role/b";
  private static final OnboardingKey KEY =
      new OnboardingKey("arn:aws:rds:eu-central-1:111111111111:cluster:orders", ROLE);

  @Test
  void an_endpoint_of_another_account_is_never_chosen() {
    assertThat(choose(null, endpoint("a", "333333333333", ConnectionState.PENDING_ACCEPTANCE, 1)))
        .isEmpty();
  }

  @Test
  void the_oldest_waiting_endpoint_comes_first() {
    assertThat(
            choose(
                null,
                endpoint("b", US, ConnectionState.PENDING_ACCEPTANCE, 2),
                endpoint("a", US, ConnectionState.PENDING_ACCEPTANCE, 1)))
        .get()
        .extracting(ConsumerEndpoint::endpointId)
        .isEqualTo("a");
  }

  @Test
  void a_waiting_endpoint_goes_before_an_accepted_one() {
    assertThat(
            choose(
                "a",
                endpoint("a", US, ConnectionState.AVAILABLE, 1),
                endpoint("b", US, ConnectionState.PENDING_ACCEPTANCE, 2)))
        .get()
        .satisfies(
            chosen -> {
              assertThat(chosen.endpointId()).isEqualTo("b");
              assertThat(chosen.approved()).isFalse();
            });
  }

  @Test
  void an_endpoint_that_we_accepted_needs_no_second_approval() {
    assertThat(choose("a", endpoint("a", US, ConnectionState.AVAILABLE, 1)))
        .get()
        .extracting(ConsumerEndpoint::approved)
        .isEqualTo(true);
  }

  @Test
  void an_endpoint_that_somebody_accepted_without_us_is_still_asked_about() {
    assertThat(choose("other", endpoint("a", US, ConnectionState.AVAILABLE, 1)))
        .get()
        .extracting(ConsumerEndpoint::approved)
        .isEqualTo(false);
  }

  @Test
  void a_rejected_endpoint_is_no_endpoint() {
    assertThat(choose("a", endpoint("a", US, ConnectionState.REJECTED, 1))).isEmpty();
  }

  @Test
  void what_is_claimed_for_this_principal_goes_before_what_is_older() {
    assertThat(
            choose(
                new EndpointClaims(Map.of(ROLE, List.of("b"))),
                null,
                endpoint("a", US, ConnectionState.PENDING_ACCEPTANCE, 1),
                endpoint("b", US, ConnectionState.PENDING_ACCEPTANCE, 2)))
        .get()
        .extracting(ConsumerEndpoint::endpointId)
        .isEqualTo("b");
  }

  @Test
  void what_is_claimed_for_another_principal_alone_is_not_chosen() {
    EndpointClaims others = new EndpointClaims(Map.of(OTHER, List.of("a")));
    Connection waiting = endpoint("a", US, ConnectionState.PENDING_ACCEPTANCE, 1);
    assertThat(choose(others, null, waiting)).isEmpty();
    assertThat(choose(others, null, endpoint("a", US, ConnectionState.AVAILABLE, 1))).isEmpty();
    assertThat(
            choose(
                new EndpointClaims(Map.of(OTHER, List.of("a"), ROLE, List.of("a"))), null, waiting))
        .as("claimed for both")
        .isPresent();
    assertThat(choose(others, "a", endpoint("a", US, ConnectionState.AVAILABLE, 1)))
        .as("no claim takes an endpoint from whom it was accepted for")
        .isPresent();
  }

  private static Optional<ConsumerEndpoint> choose(
      @Nullable String accepted, Connection... connections) {
    return choose(EndpointClaims.NONE, accepted, connections);
  }

  private static Optional<ConsumerEndpoint> choose(
      EndpointClaims claims, @Nullable String accepted, Connection... connections) {
    return EndpointChoice.choose(List.of(connections), KEY, () -> claims, accepted);
  }

  private static Connection endpoint(
      String id, String owner, ConnectionState state, long createdAt) {
    return new Connection(
        "vpce-svc-1",
        id,
        owner,
        state,
        "eu-central-1",
        Instant.ofEpochSecond(createdAt),
        List.of());
  }
}
