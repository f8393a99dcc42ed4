package dev.drawbridge.api;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access review: the schema {@code AccessEntry} of openapi.json.
 *
 * @param principal whom the yes is for; null where there is none
 * @param endpointRegion where AWS says that it is; null if it shows no such endpoint
 * @param endpointState as AWS shows it now; {@code absent} if it shows no such endpoint
 * @param endpointSince when the consumer made the endpoint; null if AWS does not show it
 * @param standing of {@link Standing}
 * @param use of {@link Use.Known}
 * @param lastUsedOn the last day on which bytes went through it, in UTC; null unless {@code use} is
 *     SEEN
 * @param lastBytes how many on that day
 */
record AccessEntry(
    String databaseIdentifier,
    String databaseArn,
    String consumerAccountId,
    @Nullable String principal,
    String serviceId,
    String endpointId,
    @Nullable String endpointRegion,
    String endpointState,
    @Nullable Instant endpointSince,
    String standing,
    @Nullable String approvalId,
    List<String> requestedBy,
    List<Yes> approvedBy,
    @Nullable String purpose,
    @Nullable String validUntil,
    String use,
    @Nullable String lastUsedOn,
    @Nullable Long lastBytes) {

  /** How an endpoint and the yeses that are kept fit together. */
  enum Standing {
    /** A yes is in force, and who gave it is known. */
    APPROVED,
    /** A yes is in force, whose question is older than questions are kept: the events have it. */
    ANSWER_NOT_KEPT,
    /** AWS has the endpoint accepted, and no yes of ours covers it. */
    NOT_APPROVED
  }

  /** Who said yes, who vouches for that, and when. */
  record Yes(String by, String verifiedBy, Instant at) {
    static List<Yes> of(Approval question) {
      return question.votes().stream()
          .filter(Approval.Vote::approve)
          .map(vote -> new Yes(vote.by().text(), vote.by().kind().name(), vote.at()))
          .toList();
    }
  }

  static List<String> names(List<Identity> identities) {
    return identities.stream().map(Identity::text).toList();
  }
}
