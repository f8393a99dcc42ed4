package dev.drawbridge.consent;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.PlainText;
import dev.drawbridge.model.WaitingEndpoint;
import java.util.stream.Collectors;

/** A question as a message, for an installation without pages. */
final class QuestionText {
  private QuestionText() {}

  static String of(Approval asked, ApprovalSubject subject) {
    return """
    %s
    Principal: %s
    Database: %s, resource id %s
    Endpoint service: %s
    Ports: %s and %s, and of instances: %s
    Enforcement: %s
    Digest of the question: %s

    AWS has verified:
    - Endpoint %s belongs to account %s.
    - %s
    - %s
    - %s
    Endpoints of the account that wait:
    %s

    Somebody stated, and nobody has verified:
    - Purpose: %s
    - Addresses: %s
    Last day: %s

    Requested by: %s
    Yeses needed of the installation's approvers besides those who ask, until %s: %s.%s

    drawbridge approve %s
    drawbridge deny %s
    """
        .formatted(
            what(asked),
            asked.key().principal(),
            asked.key().databaseArn(),
            subject.databaseResourceId(),
            subject.serviceId(),
            subject.readerPort(),
            subject.writerPort(),
            subject.instancePorts() == null ? "none" : subject.instancePorts(),
            enforcement(subject),
            asked.subjectDigest(),
            asked.endpointId(),
            asked.key().consumerAccountId(),
            EndpointPlace.of(asked),
            asked.accountProven()
                ? "The request was signed in the consumer's own account."
                : "NOT PROVEN: nobody signed the request in the consumer's account.",
            asked.endpointClaimed()
                ? "The consumer has claimed this endpoint by a call signed in its account."
                : "NOT PROVEN: the consumer has not claimed this endpoint by a signed call.",
            waiting(asked),
            subject.purpose().isEmpty() ? "not stated" : PlainText.withoutLinks(subject.purpose()),
            subject.enforcement() == Enforcement.OFF || subject.consumerCidrs().isEmpty()
                ? "any"
                : String.join(", ", subject.consumerCidrs()),
            subject.validUntil().isEmpty() ? "none" : subject.validUntil(),
            requesters(asked),
            asked.validUntil(),
            ApprovalRules.yesesNeeded(asked),
            QuorumReach.tooFew(asked, asked.requesters()).map(why -> "\n" + why + ".").orElse(""),
            asked.id(),
            asked.id());
  }

  private static String enforcement(ApprovalSubject subject) {
    return subject.enforcement() == Enforcement.ON
        ? "on: the load balancer lets in the addresses below, and those of every other consumer"
        : "off: whatever reaches the endpoint in the consumer's network gets through";
  }

  private static String what(Approval asked) {
    String change = asked.change();
    return change == null
        ? "Account %s asks for access to database %s through endpoint %s."
            .formatted(
                asked.key().consumerAccountId(), asked.key().databaseName(), asked.endpointId())
        : "The owner of database %s changes its exposure (%s), which opens more to account %s, whose endpoint %s is accepted already, than was approved."
            .formatted(
                asked.key().databaseName(),
                change,
                asked.key().consumerAccountId(),
                asked.endpointId());
  }

  static String requesters(Approval asked) {
    return asked.requesters().stream().map(Identity::text).collect(Collectors.joining(", "));
  }

  private static String waiting(Approval asked) {
    return asked.waiting().isEmpty()
        ? "- none"
        : asked.waiting().stream().map(QuestionText::line).collect(Collectors.joining("\n"));
  }

  private static String line(WaitingEndpoint each) {
    return "- %s, made at %s, %s".formatted(each.endpointId(), each.createdAt(), each.claim());
  }
}
