package dev.drawbridge.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.Wait;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An onboarding as the API shows it: the schema {@code Onboarding} of openapi.json.
 *
 * @param approvedEndpoints the endpoints that it holds; null in lists
 */
record OnboardingView(
    String id,
    String databaseIdentifier,
    String consumerAccountId,
    boolean accountProven,
    List<String> requestedBy,
    Instant requestedAt,
    int attempt,
    String status,
    String stands,
    @Nullable String waitsFor,
    @Nullable String approvalId,
    List<String> claimedEndpoints,
    @Nullable List<Approved> approvedEndpoints,
    @Nullable String serviceName,
    Wait.@Nullable Invitation invitation,
    @JsonRawValue @Nullable String result,
    @Nullable String failure) {

  /** The same for whoever is none of the installation's operators and approvers. */
  OnboardingView toOutsiders() {
    return new OnboardingView(
        id,
        databaseIdentifier,
        consumerAccountId,
        accountProven,
        requestedBy,
        requestedAt,
        attempt,
        status,
        stands,
        waitsFor,
        approvalId,
        claimedEndpoints,
        approvedEndpoints,
        serviceName,
        invitation,
        result,
        failure == null ? null : OutsideWords.of(failure, consumerAccountId));
  }

  /**
   * An endpoint whose approval is in force.
   *
   * @param validUntil the last day, or null
   */
  record Approved(String endpointId, String approvalId, @Nullable String validUntil) {
    static Approved of(LiveApproval approval) {
      return new Approved(
          approval.subject().endpointId(),
          approval.approvalId(),
          ApprovalView.stated(approval.subject().validUntil()));
    }
  }
}
