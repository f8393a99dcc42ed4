package dev.drawbridge.model;

import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question to people, and their answers. It holds no task token: every retry of the waiting state
 * makes a new token, and the answers must outlive them all.
 *
 * @param id random, the only thing that a message carries
 * @param version counts every change of this record
 * @param subjectDigest see {@link dev.drawbridge.plan.SubjectDigest}
 * @param executionArn the run that asks
 * @param requestDigest what the run was started with, or null where it did not say
 * @param requesters who had asked for it when the question was put
 * @param accountProven whether a call signed in the consumer's own account asked for it
 * @param endpointClaimed whether the consumer has claimed this endpoint by a signed call
 * @param waiting every endpoint of the account that waited when the question was put, this one
 *     included; empty in a question of an earlier release
 * @param endpointRegion where AWS says that the endpoint is; null where it did not list it, and in
 *     a question of an earlier release
 * @param subject all that is said yes or no to; null in a question of an earlier release
 * @param change what the database's owner changes, for a path that is open already; null for an
 *     endpoint that waits
 * @param approvers an approver is in each of these lists: the installation's, and the database's
 * @param quorum how many people have to say yes, the requesters not counted
 * @param validUntil an answer after this instant is refused
 */
public record Approval(
    String id,
    long version,
    OnboardingKey key,
    String serviceId,
    String endpointId,
    String subjectDigest,
    String executionArn,
    @Nullable String requestDigest,
    List<Identity> requesters,
    boolean accountProven,
    boolean endpointClaimed,
    List<WaitingEndpoint> waiting,
    @Nullable String endpointRegion,
    @Nullable ApprovalSubject subject,
    @Nullable String change,
    List<Members> approvers,
    int quorum,
    Instant validUntil,
    ApprovalStatus status,
    List<Vote> votes) {

  public Approval {
    requesters = List.copyOf(requesters);
    waiting = List.copyOf(waiting);
    approvers = List.copyOf(approvers);
    votes = List.copyOf(votes);
  }

  /**
   * What one person answered, when, and in what words.
   *
   * @param memberships by which the person was asked; null in an answer to an earlier release
   */
  public record Vote(
      Identity by,
      boolean approve,
      Instant at,
      String comment,
      @Nullable List<String> memberships) {
    /** As many characters as the API takes. */
    public static final int LONGEST_COMMENT = 1000;

    /** An item that somebody else wrote may lack a field, or hold more than a run can be told. */
    public Vote {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      comment = PlainText.oneLine(comment == null ? "" : comment, LONGEST_COMMENT);
      memberships = memberships == null ? null : List.copyOf(memberships);
    }

    /** Whether the person is one of a list still. */
    private boolean isOf(Members list) {
      return memberships == null || memberships.stream().anyMatch(list.names()::contains);
    }
  }

  /**
   * Whether the endpoint waited for a yes when the question was put; one that did not was accepted
   * before, and a no does not take it away. Unknown, and so false, in a question of an earlier
   * release.
   */
  public boolean endpointWaited() {
    return waiting.stream().anyMatch(each -> each.endpointId().equals(endpointId));
  }

  /** Whether a caller is one of those who are asked. */
  public boolean asks(Caller caller) {
    return !approvers.isEmpty() && approvers.stream().allMatch(list -> list.admit(caller));
  }

  /**
   * The same with as many yeses needed as the owner asks for now: more, never fewer.
   *
   * @param raised null if the owner asks for none of its own
   */
  public Approval needing(@Nullable Integer raised) {
    return raised == null || raised <= quorum ? this : with(raised, votes, version, status);
  }

  /**
   * The same without the yeses of people who are not asked any more.
   *
   * @param list the installation's, as it is now
   */
  public Approval heeding(Members list) {
    List<Vote> heeded = votes.stream().filter(vote -> !vote.approve() || vote.isOf(list)).toList();
    return heeded.size() == votes.size() ? this : with(quorum, heeded, version, status);
  }

  /** The same with one more answer. */
  public Approval with(Vote vote, ApprovalStatus next) {
    List<Vote> more = new ArrayList<>(votes);
    more.add(vote);
    return with(quorum, more, version + 1, next);
  }

  private Approval with(int yeses, List<Vote> answers, long nextVersion, ApprovalStatus next) {
    return new Approval(
        id,
        nextVersion,
        key,
        serviceId,
        endpointId,
        subjectDigest,
        executionArn,
        requestDigest,
        requesters,
        accountProven,
        endpointClaimed,
        waiting,
        endpointRegion,
        subject,
        change,
        approvers,
        yeses,
        validUntil,
        next,
        answers);
  }
}
