package dev.drawbridge.api;

import dev.drawbridge.consent.ApprovalRules;
import dev.drawbridge.consent.QuorumReach;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.WaitingEndpoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as the API shows it: the schema {@code Approval} of openapi.json. */
record ApprovalView(
    String id,
    String status,
    Subject subject,
    @Nullable String change,
    String digest,
    boolean accountProven,
    boolean endpointClaimed,
    @Nullable String endpointRegion,
    List<WaitingEndpoint> waitingEndpoints,
    List<String> requestedBy,
    List<List<String>> approvers,
    int quorum,
    int needed,
    int lacks,
    @Nullable String tooFewApprovers,
    Instant validUntil,
    List<Vote> votes) {

  record Subject(
      String databaseIdentifier,
      String databaseArn,
      @Nullable String databaseResourceId,
      String consumerAccountId,
      String principal,
      String endpointId,
      String serviceId,
      @Nullable String enforcement,
      @Nullable List<String> consumerCidrs,
      @Nullable Integer readerPort,
      @Nullable Integer writerPort,
      @Nullable String instancePorts,
      @Nullable String purpose,
      @Nullable String validUntil) {

    private static Subject of(Approval approval) {
      ApprovalSubject subject = approval.subject();
      return new Subject(
          approval.key().databaseName(),
          approval.key().databaseArn(),
          subject == null ? null : subject.databaseResourceId(),
          approval.key().consumerAccountId(),
          approval.key().principal(),
          approval.endpointId(),
          approval.serviceId(),
          subject == null ? null : subject.enforcement().text(),
          subject == null ? null : subject.consumerCidrs(),
          subject == null ? null : subject.readerPort(),
          subject == null ? null : subject.writerPort(),
          subject == null || subject.instancePorts() == null
              ? null
              : subject.instancePorts().toString(),
          subject == null ? null : stated(subject.purpose()),
          subject == null ? null : stated(subject.validUntil()));
    }
  }

  /** What a subject leaves empty nobody has stated. */
  static @Nullable String stated(String text) {
    return text.isEmpty() ? null : text;
  }

  record Vote(String by, boolean approve, Instant at, String comment) {}

  private static @Nullable String tooFew(Approval approval, List<Identity> requesters) {
    return approval.status() == ApprovalStatus.PENDING
        ? QuorumReach.tooFew(approval, requesters).orElse(null)
        : null;
  }

  /**
   * A question as it stands.
   *
   * @param requesters everybody who has asked for it by now
   */
  static ApprovalView of(Approval approval, List<Identity> requesters) {
    return new ApprovalView(
        approval.id(),
        approval.status().name(),
        Subject.of(approval),
        approval.change(),
        approval.subjectDigest(),
        approval.accountProven(),
        approval.endpointClaimed(),
        approval.endpointRegion(),
        approval.waiting(),
        requesters.stream().map(Identity::text).toList(),
        approval.approvers().stream().map(list -> List.copyOf(list.names())).toList(),
        approval.quorum(),
        ApprovalRules.needed(approval, requesters),
        ApprovalRules.lacks(approval, requesters),
        tooFew(approval, requesters),
        approval.validUntil(),
        approval.votes().stream()
            .map(vote -> new Vote(vote.by().text(), vote.approve(), vote.at(), vote.comment()))
            .toList());
  }
}
