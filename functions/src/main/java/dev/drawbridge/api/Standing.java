package dev.drawbridge.api;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.RunState;
import dev.drawbridge.model.Wait;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an onboarding stands, in words for the person who asks.
 *
 * @param status of the schema {@code OnboardingStatus}
 * @param waitsFor whom or what it waits for, or null
 * @param serviceName of the endpoint service, as EC2 said it, once a run waits on it
 * @param invitation what else the consumer needs to make its endpoint, while a run waits for it
 */
record Standing(
    String status,
    String stands,
    @Nullable String waitsFor,
    @Nullable String approvalId,
    @Nullable String serviceName,
    Wait.@Nullable Invitation invitation,
    @Nullable String result,
    @Nullable String failure) {

  /** Put together from what the run has written; Step Functions is asked only where it has not. */
  static Standing of(
      Onboarding onboarding, Optional<Claim> claim, Optional<Wait> wait, Supplier<RunState> run) {
    Optional<Claim> ours = claim.filter(held -> onboarding.isRun(held.executionArn()));
    if (ours.isPresent()) {
      return of(ours.get(), wait.filter(w -> onboarding.isRun(w.executionArn())));
    }
    RunState state = run.get();
    return switch (state.status()) {
      case ABSENT, RUNNING ->
          plain("REQUESTED", "The request is recorded; its run has not claimed the path yet.");
      case FAILED ->
          claim
              .filter(held -> held.state() == ClaimState.ONBOARDED)
              .map(held -> asBefore(held, "It was refused.", state.failure()))
              .orElseGet(
                  () -> ended("FAILED", "The request was refused, or broke off.", state.failure()));
      // It found the work done, or being done, by an earlier run.
      case SUCCEEDED ->
          claim.map(held -> of(held, wait)).orElseGet(() -> plain("REQUESTED", "The run is over."));
    };
  }

  private static Standing of(Claim claim, Optional<Wait> wait) {
    return claim.state() == ClaimState.RUNNING
        ? wait.map(Standing::waiting).orElseGet(() -> working(claim))
        : over(claim);
  }

  private static Standing working(Claim claim) {
    return claim.accepted() == null
        ? plain("BUILDING", "The provider's side is being built: load balancer, endpoint service.")
        : plain("VERIFYING", "The endpoint is being accepted and the path verified.");
  }

  private static Standing waiting(Wait wait) {
    Wait.Question question = wait.question();
    return question == null
        ? new Standing(
            "WAITING_FOR_CONSUMER",
            "The endpoint service is ready and the consumer's account may use it.",
            "The consumer has to create an interface endpoint to the service, and may claim it.",
            null,
            wait.serviceName(),
            wait.invitation(),
            null,
            null)
        : new Standing(
            "WAITING_FOR_APPROVAL",
            "Endpoint %s waits for a yes.".formatted(question.endpointId()),
            "The installation's approvers have to answer the question.",
            question.approvalId(),
            wait.serviceName(),
            wait.invitation(),
            null,
            null);
  }

  private static Standing over(Claim claim) {
    String reason = claim.failure();
    return switch (claim.state()) {
      case RUNNING, ONBOARDED ->
          new Standing(
              "ONBOARDED",
              reason == null
                  ? "The path is open and verified."
                  : "The path was open and verified; its endpoint is gone since.",
              null,
              null,
              null,
              null,
              claim.result(),
              reason);
      case ACCEPTED_UNVERIFIED ->
          ended(
              "ACCEPTED_UNVERIFIED",
              "The endpoint is accepted, but the path is not sound.",
              reason);
      case FAILED -> ended("FAILED", "The request could not be carried out.", reason);
      case DENIED -> refused(claim, "DENIED", "An approver said no.");
      case EXPIRED -> refused(claim, "EXPIRED", "Nobody came in time.");
      case BROKEN_OFF -> ended("BROKEN_OFF", "The run was stopped or broke off.", reason);
      case LEAVING, TEARING_DOWN ->
          ended(
              "LEAVING",
              reason == null
                  ? "The consumer's endpoints, principal and rules are being taken away."
                  : "Taking the path away came to a halt; DELETE the onboarding again.",
              reason);
      case OFFBOARDED -> ended("OFFBOARDED", "The consumer has left.", reason);
    };
  }

  /** A wish for more that came to nothing leaves what was approved before as it is. */
  private static Standing refused(Claim claim, String status, String stands) {
    return claim.accepted() == null || claim.result() == null
        ? ended(status, stands, claim.failure())
        : asBefore(claim, stands, claim.failure());
  }

  private static Standing asBefore(Claim claim, String laterWish, @Nullable String failure) {
    return new Standing(
        "ONBOARDED",
        "The path is open as it was approved before. A later wish: " + laterWish,
        null,
        null,
        null,
        null,
        claim.result(),
        failure);
  }

  static Standing anothers() {
    return plain(
        "REQUESTED",
        "It is recorded that you asked; somebody else asked before, who sees how it stands.");
  }

  static Standing leaving() {
    return plain("LEAVING", "The end of the path is ordered.");
  }

  private static Standing plain(String status, String stands) {
    return new Standing(status, stands, null, null, null, null, null, null);
  }

  private static Standing ended(String status, String stands, @Nullable String failure) {
    return new Standing(status, stands, null, null, null, null, null, failure);
  }

  /**
   * As the API shows it.
   *
   * @param approved the endpoints that it holds; null where nobody looked
   */
  OnboardingView view(Onboarding onboarding, @Nullable List<OnboardingView.Approved> approved) {
    return new OnboardingView(
        onboarding.id(),
        onboarding.key().databaseName(),
        onboarding.key().consumerAccountId(),
        onboarding.accountProven(),
        onboarding.requesters().stream().map(Identity::text).toList(),
        onboarding.requestedAt(),
        onboarding.attempt(),
        status,
        stands,
        waitsFor,
        approvalId,
        onboarding.claimedEndpoints(),
        approved,
        serviceName,
        invitation,
        result,
        failure);
  }
}
