package dev.drawbridge.consent;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Doubt;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Likeness;
import dev.drawbridge.identity.Persons;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may answer a question, and what an answer makes of it. */
public final class ApprovalRules {
  /** More answers than any quorum needs; it also bounds the search for certain people. */
  private static final int MOST_VOTES = 12;

  /** Why a question takes one yes more than the quorum, for people. */
  public static final String ONE_MORE =
      "one more than the quorum, since nobody can tell those who answer from those who asked";

  private ApprovalRules() {}

  /** What becomes of an answer. */
  public sealed interface Verdict {
    /**
     * The question as it is now; {@code approval} is the one that was there for a repeated answer.
     */
    record Counted(Approval approval) implements Verdict {}

    /** This person may not answer. */
    record Refused(String reason) implements Verdict {}
  }

  /**
   * Adds an answer of somebody who is asked.
   *
   * @param requesters everybody who has asked for it by now
   * @throws Conflict if the question is decided otherwise or has expired
   */
  public static Verdict vote(Approval asked, List<Identity> requesters, Approval.Vote vote) {
    if (!vote.by().known()) {
      return new Verdict.Refused("nobody vouches for who answers");
    }
    if (hasAsked(vote.by(), requesters)) {
      return new Verdict.Refused(
          "%s is among those who asked for this; somebody else has to answer"
              .formatted(vote.by().text()));
    }
    Optional<Approval.Vote> before = before(asked, vote.by());
    if (before.isPresent() && before.get().approve() == vote.approve()) {
      return new Verdict.Counted(asked);
    }
    requireOpen(asked, vote.at());
    ApprovalStatus next =
        vote.approve() && lacks(asked.with(vote, asked.status()), requesters) > 0
            ? ApprovalStatus.PENDING
            : vote.approve() ? ApprovalStatus.APPROVED : ApprovalStatus.DENIED;
    return new Verdict.Counted(asked.with(vote, next));
  }

  /** How many people at least have yet to say yes. */
  public static int lacks(Approval approval, List<Identity> requesters) {
    List<Identity> others = others(approval, requesters);
    // The first yes has the doubt counted by Persons.
    int needed = others.isEmpty() ? needed(approval, requesters) : approval.quorum();
    return Math.max(0, needed - Persons.atLeast(others, requesters));
  }

  /** How many people at least have to say yes in all, those counted who have said it. */
  public static int needed(Approval approval, List<Identity> requesters) {
    boolean doubt =
        Doubt.isCertain(requesters, approval.approvers(), approval.key().providerAccountId())
            || Doubt.isAbout(others(approval, requesters), requesters);
    return approval.quorum() + (doubt ? 1 : 0);
  }

  /** Who has said yes; whoever asked has no voice. */
  private static List<Identity> others(Approval approval, List<Identity> requesters) {
    return approval.votes().stream()
        .filter(Approval.Vote::approve)
        .map(Approval.Vote::by)
        .filter(yes -> !hasAsked(yes, requesters))
        .toList();
  }

  /** How many yeses a question takes, for people: in words, since it may take one more. */
  static String yesesNeeded(Approval approval) {
    int quorum = approval.quorum();
    return needed(approval, approval.requesters()) > quorum
        ? "%d (%s)".formatted(quorum + 1, ONE_MORE)
        : "%d, or %d where nobody can tell those who answer from those who asked"
            .formatted(quorum, quorum + 1);
  }

  /** Whether somebody is one of those who asked. */
  public static boolean hasAsked(Identity who, List<Identity> requesters) {
    return requesters.stream().anyMatch(each -> same(each, who));
  }

  /** Whether somebody has answered. */
  public static boolean hasAnswered(Identity who, Approval asked) {
    return before(asked, who).isPresent();
  }

  private static void requireOpen(Approval asked, Instant now) {
    if (asked.status() != ApprovalStatus.PENDING) {
      Approval.Vote last = asked.votes().getLast();
      throw new Conflict(
          "approval %s was %s by %s at %s"
              .formatted(asked.id(), asked.status().words(), last.by().text(), last.at()));
    }
    if (!now.isBefore(asked.validUntil())) {
      throw new Conflict(
          "approval %s expired at %s; it is %s".formatted(asked.id(), asked.validUntil(), now));
    }
    if (asked.votes().size() >= MOST_VOTES) {
      throw new Conflict(
          "approval %s has %d answers, which is the most".formatted(asked.id(), MOST_VOTES));
    }
  }

  private static Optional<Approval.Vote> before(Approval asked, Identity who) {
    return asked.votes().stream().filter(vote -> same(vote.by(), who)).reduce((a, b) -> b);
  }

  private static boolean same(Identity one, Identity other) {
    return Likeness.of(one, other) == Likeness.SAME;
  }
}
