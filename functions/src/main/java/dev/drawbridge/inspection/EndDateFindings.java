package dev.drawbridge.inspection;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.EndDate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which yeses end, and which have ended. An onboarding is ended when none of its yeses is in force;
 * while one of several is, people are told of those that are not.
 */
final class EndDateFindings {
  /** So long before the end people are told: time to ask again. */
  private static final Duration WARNING = Duration.ofDays(7);

  private EndDateFindings() {}

  /**
   * What to do now.
   *
   * @param inForce those of {@code live} whose endpoints are there. An endpoint that is gone keeps
   *     no other open; of an onboarding that has no other its yes counts, so that it ends.
   */
  static List<Finding> of(List<LiveApproval> live, List<LiveApproval> inForce, Instant now) {
    Map<OnboardingKey, List<ApprovalSubject>> byKey = byKey(live);
    byKey.putAll(byKey(inForce));
    List<Finding> findings = new ArrayList<>();
    byKey.forEach((key, subjects) -> findings.addAll(ofOne(key, subjects, now)));
    return findings;
  }

  private static Map<OnboardingKey, List<ApprovalSubject>> byKey(List<LiveApproval> approvals) {
    Map<OnboardingKey, List<ApprovalSubject>> byKey = new LinkedHashMap<>();
    approvals.stream()
        .map(LiveApproval::subject)
        .forEach(each -> byKey.computeIfAbsent(each.key(), any -> new ArrayList<>()).add(each));
    return byKey;
  }

  private static List<Finding> ofOne(
      OnboardingKey key, List<ApprovalSubject> subjects, Instant now) {
    if (subjects.stream().allMatch(each -> EndDate.isOver(each.validUntil(), now))) {
      String last = subjects.stream().map(ApprovalSubject::validUntil).max(String::compareTo).get();
      return List.of(
          Finding.of(
              Kind.END_DATE_PASSED,
              key.principal(),
              "the last day of %s was %s".formatted(key, last),
              key.principal()));
    }
    return subjects.stream().map(each -> ofEndpoint(each, now)).flatMap(Optional::stream).toList();
  }

  private static Optional<Finding> ofEndpoint(ApprovalSubject subject, Instant now) {
    String endpoint = subject.endpointId();
    if (EndDate.isOver(subject.validUntil(), now)) {
      return Optional.of(
          Finding.of(
                  Kind.END_DATE_PASSED,
                  endpoint,
                  "the yes for endpoint %s of %s was for %s and no day longer, while another of its endpoints is approved still"
                      .formatted(endpoint, subject.key(), subject.validUntil()),
                  subject.key().principal())
              .told("; reject it, or have it approved again"));
    }
    return EndDate.end(subject.validUntil())
        .filter(end -> !now.isBefore(end.minus(WARNING)))
        .map(
            end ->
                Finding.of(
                    Kind.END_DATE_NEAR,
                    endpoint,
                    "the last day of endpoint %s of %s is %s; ask again with a later day to keep it"
                        .formatted(endpoint, subject.key(), subject.validUntil()),
                    subject.key().principal()));
  }
}
