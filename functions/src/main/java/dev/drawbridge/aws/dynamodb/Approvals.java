package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.WaitingEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Questions to people, and their answers. They are kept for as long as the records, which say who
 * let whom in; what is in force is kept by {@link LiveApprovals}.
 */
public final class Approvals {
  private static final Duration KEPT = Duration.ofDays(400);

  private final Table table;

  public Approvals(Table table) {
    this.table = table;
  }

  /** Writes a new question; one that is there already stays. */
  public void putNew(Approval approval) {
    table.putIf(item(approval), Condition.absent());
  }

  public Optional<Approval> find(String id) {
    return table.get(key(id)).map(item -> item.read(Approvals::approval));
  }

  /** Puts {@code next} in the place of {@code held}. False if somebody else was faster. */
  public boolean replace(Approval held, Approval next) {
    Condition unchanged =
        Condition.present()
            .andVersion(held.version())
            .andEquals("status", ApprovalStatus.PENDING.name());
    return table.putIf(item(next), unchanged) instanceof Table.Outcome.Written;
  }

  private static Item key(String id) {
    return Item.key("approval#" + id, "approval");
  }

  private static Item item(Approval approval) {
    return key(approval.id())
        .with("id", approval.id())
        .with("version", approval.version())
        .with("databaseArn", approval.key().databaseArn())
        .with("principal", approval.key().principal())
        .with("serviceId", approval.serviceId())
        .with("endpointId", approval.endpointId())
        .with("subjectDigest", approval.subjectDigest())
        .with("executionArn", approval.executionArn())
        .with("requestDigest", approval.requestDigest())
        .with("requesters", Text.of(approval.requesters()))
        .with("accountProven", String.valueOf(approval.accountProven()))
        .with("endpointClaimed", String.valueOf(approval.endpointClaimed()))
        .with("waiting", Text.of(approval.waiting()))
        .with("endpointRegion", approval.endpointRegion())
        .with("subject", approval.subject() == null ? null : Text.of(List.of(approval.subject())))
        .with("change", approval.change())
        .with("approverLists", Text.of(approval.approvers()))
        .with("quorum", approval.quorum())
        .with("validUntil", approval.validUntil().getEpochSecond())
        .with("expiresAt", approval.validUntil().plus(KEPT).getEpochSecond())
        .with("status", approval.status().name())
        .with("votes", Text.of(approval.votes()));
  }

  private static @Nullable ApprovalSubject subject(Item item) {
    return item.optionalText("subject")
        .map(text -> Text.list(text, ApprovalSubject.class).getFirst())
        .orElse(null);
  }

  private static Approval approval(Item item) {
    return new Approval(
        item.text("id"),
        item.number("version"),
        item.onboarding(),
        item.text("serviceId"),
        item.text("endpointId"),
        item.text("subjectDigest"),
        item.text("executionArn"),
        item.optionalText("requestDigest").orElse(null),
        Text.list(item.text("requesters"), Identity.class),
        Boolean.parseBoolean(item.text("accountProven")),
        Boolean.parseBoolean(item.text("endpointClaimed")),
        item.optionalText("waiting")
            .map(text -> Text.list(text, WaitingEndpoint.class))
            .orElse(List.of()),
        item.optionalText("endpointRegion").orElse(null),
        subject(item),
        item.optionalText("change").orElse(null),
        Text.list(item.text("approverLists"), Members.class),
        Math.toIntExact(item.number("quorum")),
        Instant.ofEpochSecond(item.number("validUntil")),
        ApprovalStatus.valueOf(item.text("status")),
        Text.list(item.text("votes"), Approval.Vote.class));
  }
}
