package dev.drawbridge.api;

import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.LiveApproval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what AWS has open beside the yeses that are in force: pure. */
final class AccessReview {
  private static final String ABSENT = "absent";

  private final String databaseArn;
  private final List<LiveApproval> live;
  private final List<Connection> connections;
  private final Function<String, Optional<Approval>> questions;
  private final BiFunction<String, @Nullable Connection, Use> uses;

  /**
   * Of one database.
   *
   * @param connections of its endpoint services, in every state
   * @param questions finds a question by its id
   * @param uses says of an endpoint, and what AWS shows of it, whether it is used
   */
  AccessReview(
      String databaseArn,
      List<LiveApproval> live,
      List<Connection> connections,
      Function<String, Optional<Approval>> questions,
      BiFunction<String, @Nullable Connection, Use> uses) {
    this.databaseArn = databaseArn;
    this.live = live;
    this.connections = connections;
    this.questions = questions;
    this.uses = uses;
  }

  /** Every endpoint that is accepted, and every yes, whose endpoint may have left meanwhile. */
  List<AccessEntry> entries() {
    List<AccessEntry> entries = new ArrayList<>();
    for (LiveApproval yes : live) {
      entries.add(approved(yes, connectionOf(yes.subject())));
    }
    connections.stream()
        .filter(connection -> connection.state().accepted())
        .filter(connection -> live.stream().noneMatch(yes -> covers(yes.subject(), connection)))
        .map(this::unapproved)
        .forEach(entries::add);
    entries.sort(
        Comparator.comparing(AccessEntry::consumerAccountId)
            .thenComparing(AccessEntry::endpointId)
            .thenComparing(AccessEntry::standing));
    return entries;
  }

  private @Nullable Connection connectionOf(ApprovalSubject subject) {
    return connections.stream()
        .filter(connection -> covers(subject, connection))
        .findFirst()
        .orElse(null);
  }

  /** A yes is for one endpoint of one account to one service. */
  private static boolean covers(ApprovalSubject subject, Connection connection) {
    return subject.endpointId().equals(connection.endpointId())
        && subject.serviceId().equals(connection.serviceId())
        && subject.consumerAccountId().equals(connection.ownerAccountId());
  }

  private AccessEntry approved(LiveApproval yes, @Nullable Connection connection) {
    ApprovalSubject subject = yes.subject();
    Optional<Approval> question = questions.apply(yes.approvalId());
    Use use = uses.apply(subject.endpointId(), connection);
    return new AccessEntry(
        DatabaseArn.nameIn(databaseArn),
        databaseArn,
        subject.consumerAccountId(),
        subject.key().principal(),
        subject.serviceId(),
        subject.endpointId(),
        connection == null ? null : connection.region(),
        connection == null ? ABSENT : connection.state().awsName(),
        connection == null ? null : connection.createdAt(),
        (question.isPresent()
                ? AccessEntry.Standing.APPROVED
                : AccessEntry.Standing.ANSWER_NOT_KEPT)
            .name(),
        yes.approvalId(),
        question.map(each -> AccessEntry.names(each.requesters())).orElse(List.of()),
        question.map(AccessEntry.Yes::of).orElse(List.of()),
        ApprovalView.stated(subject.purpose()),
        ApprovalView.stated(subject.validUntil()),
        use.known().name(),
        use.day(),
        use.bytes());
  }

  private AccessEntry unapproved(Connection connection) {
    Use use = uses.apply(connection.endpointId(), connection);
    return new AccessEntry(
        DatabaseArn.nameIn(databaseArn),
        databaseArn,
        connection.ownerAccountId(),
        null,
        connection.serviceId(),
        connection.endpointId(),
        connection.region(),
        connection.state().awsName(),
        connection.createdAt(),
        AccessEntry.Standing.NOT_APPROVED.name(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        use.known().name(),
        use.day(),
        use.bytes());
  }
}
