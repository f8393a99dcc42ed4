package dev.drawbridge.onboarding;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.EndpointClaims;
import dev.drawbridge.plan.SubjectDigest;
import java.util.List;
import java.util.Optional;

/** Whether an endpoint may be accepted: only what was approved, and only as it was approved. */
public final class AcceptanceRules {
  private AcceptanceRules() {}

  /** What to do. */
  public sealed interface Verdict {
    /** Nothing stands in the way. */
    record Accept() implements Verdict {}

    /** It is accepted already: the reply was lost, or somebody used the console. */
    record Accepted(Acceptance outcome) implements Verdict {}

    /** There is nothing to accept: a person or the consumer has to act again. */
    record AskAgain(Acceptance outcome) implements Verdict {}
  }

  /**
   * Compares what was approved with what is asked for and with what is there.
   *
   * @throws Conflict if nobody approved it, or somebody else owns the endpoint
   */
  public static Verdict judge(
      Approval approval,
      ApprovalSubject subject,
      String executionArn,
      List<Connection> there,
      EndpointClaims claims) {
    if (approval.status() != ApprovalStatus.APPROVED
        || !approval.executionArn().equals(executionArn)) {
      throw new Conflict(
          "approval %s is %s for execution %s; endpoint %s is not accepted"
              .formatted(
                  approval.id(),
                  approval.status().words(),
                  approval.executionArn(),
                  subject.endpointId()));
    }
    if (!approval.subjectDigest().equals(SubjectDigest.of(subject))) {
      return askAgain("CHANGED", "what was approved has changed since; asking again");
    }
    Optional<String> gone = EndpointFate.gone(there, subject.endpointId());
    if (gone.isPresent()) {
      return askAgain("ENDPOINT_GONE", gone.get());
    }
    Connection found = EndpointFate.find(there, subject.endpointId()).orElseThrow();
    requireOwner(found, subject);
    Optional<String> another = claims.another(found.endpointId(), subject.key().principal());
    if (another.isPresent()) {
      return askAgain(
          "ENDPOINT_GONE",
          "endpoint %s was claimed for %s, and a yes to %s is none to it; the consumer has to create another"
              .formatted(found.endpointId(), another.get(), subject.key().principal()));
    }
    return found.state().accepted()
        ? new Verdict.Accepted(
            new Acceptance(
                "ACCEPTED",
                "endpoint %s is %s".formatted(found.endpointId(), found.state().awsName())))
        : new Verdict.Accept();
  }

  /** Acceptance goes by endpoint id alone, so the owner is ours to check. */
  private static void requireOwner(Connection found, ApprovalSubject subject) {
    if (!found.ownerAccountId().equals(subject.consumerAccountId())
        || !found.serviceId().equals(subject.serviceId())) {
      throw new Conflict(
          "endpoint %s belongs to account %s and asks for %s; approved were account %s and %s"
              .formatted(
                  found.endpointId(),
                  found.ownerAccountId(),
                  found.serviceId(),
                  subject.consumerAccountId(),
                  subject.serviceId()));
    }
  }

  private static Verdict askAgain(String outcome, String message) {
    return new Verdict.AskAgain(new Acceptance(outcome, message));
  }
}
