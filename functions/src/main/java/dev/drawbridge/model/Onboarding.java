package dev.drawbridge.model;

import dev.drawbridge.identity.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One consumer's path to one database as it was asked for through the API: kept apart from the run,
 * so that nobody who can start a run can say in whose name.
 *
 * @param id of the pair, the same for ever
 * @param version counts every change of this record
 * @param attempt counts the runs that the API has started
 * @param executionName of the present run; its last part is random, so that nobody takes it first
 * @param requestDigest of {@code request}, see RequestDigest
 * @param request the JSON that the run is started with
 * @param requesters everybody who asked for this attempt
 * @param accountProven whether one of them signed in the consumer's own account
 * @param requestedAt when this attempt was asked for first
 * @param idempotencyKey digest of the key that came with it, or null
 * @param claimedEndpoints endpoints that the consumer has claimed by a call signed in its account
 */
public record Onboarding(
    String id,
    long version,
    OnboardingKey key,
    int attempt,
    String executionName,
    String requestDigest,
    String request,
    List<Identity> requesters,
    boolean accountProven,
    Instant requestedAt,
    @Nullable String idempotencyKey,
    List<String> claimedEndpoints) {

  /** Keeps copies. */
  public Onboarding {
    requesters = List.copyOf(requesters);
    claimedEndpoints = List.copyOf(claimedEndpoints);
  }

  /** The same attempt, which somebody else has asked for too. */
  public Onboarding joinedBy(List<Identity> everybody, boolean proven) {
    return new Onboarding(
        id,
        version + 1,
        key,
        attempt,
        executionName,
        requestDigest,
        request,
        everybody,
        proven,
        requestedAt,
        idempotencyKey,
        claimedEndpoints);
  }

  /** The same with other claimed endpoints. */
  public Onboarding claiming(List<String> endpoints) {
    return new Onboarding(
        id,
        version + 1,
        key,
        attempt,
        executionName,
        requestDigest,
        request,
        requesters,
        accountProven,
        requestedAt,
        idempotencyKey,
        endpoints);
  }

  /** This request as the attempt after {@code earlier}. */
  public Onboarding after(Onboarding earlier, String nextExecutionName) {
    return new Onboarding(
        id,
        earlier.version + 1,
        key,
        earlier.attempt + 1,
        nextExecutionName,
        requestDigest,
        request,
        requesters,
        accountProven,
        requestedAt,
        idempotencyKey,
        earlier.claimedEndpoints);
  }
}
