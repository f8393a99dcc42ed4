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
 * @param accountProven whether somebody signed this request in the consumer's own account
 * @param requestedAt when this attempt was asked for first
 * @param idempotencyKey digest of the key that came with it, or null
 * @param owners who may see and remove it besides the consumer and the installation's roles: who
 *     asked for it while it was nobody else's
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
    List<Identity> owners,
    List<String> claimedEndpoints) {

  /** Keeps copies. */
  public Onboarding {
    requesters = List.copyOf(requesters);
    owners = List.copyOf(owners);
    claimedEndpoints = List.copyOf(claimedEndpoints);
  }

  /** Whether an execution is this attempt's run. */
  public boolean isRun(String executionArn) {
    return executionArn.endsWith(":" + executionName);
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
        owners,
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
        owners,
        endpoints);
  }

  /**
   * This request as the attempt after {@code earlier}.
   *
   * @param proven whether a signature in the consumer's account stands for it
   */
  public Onboarding after(Onboarding earlier, List<Identity> nextOwners, boolean proven) {
    return new Onboarding(
        id,
        earlier.version + 1,
        key,
        earlier.attempt + 1,
        executionName,
        requestDigest,
        request,
        requesters,
        proven,
        requestedAt,
        idempotencyKey,
        nextOwners,
        earlier.claimedEndpoints);
  }
}
