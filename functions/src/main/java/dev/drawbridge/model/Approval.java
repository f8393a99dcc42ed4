package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person, and the answer. It holds no task token: every retry of the waiting state
 * makes a new token, and the answer must outlive them all.
 *
 * @param id random, the only thing that a message carries
 * @param subjectDigest see {@link dev.drawbridge.plan.SubjectDigest}
 * @param executionArn the run that asks
 * @param approvers who may answer; empty means anybody but {@code requestedBy}
 * @param validUntil an answer after this instant is refused
 */
public record Approval(
    String id,
    OnboardingKey key,
    String serviceId,
    String endpointId,
    String subjectDigest,
    String executionArn,
    String requestedBy,
    List<String> approvers,
    Instant validUntil,
    ApprovalStatus status,
    @Nullable Answer answer) {

  public Approval {
    approvers = List.copyOf(approvers);
  }

  /** Who answered, when, and in what words. */
  public record Answer(String by, Instant at, String comment) {}
}
