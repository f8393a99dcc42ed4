package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.OnboardingKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Questions to people, and their answers. They are kept: they say who let whom in. */
public final class Approvals {
  private final Table table;

  public Approvals(Table table) {
    this.table = table;
  }

  /** Writes a new question; one that is there already stays. */
  public void putNew(Approval approval) {
    table.putIf(item(approval), Condition.absent());
  }

  public Optional<Approval> find(String id) {
    return table.get(key(id)).map(Approvals::approval);
  }

  /**
   * Answers a question: the first writer wins.
   *
   * @return the answered question, or empty if it was answered, had expired, or was asked by the
   *     one who answers
   */
  public Optional<Approval> answer(String id, ApprovalStatus status, Approval.Answer answer) {
    Item change =
        Item.empty()
            .with("status", status.name())
            .with("answeredBy", answer.by())
            .with("answeredAt", answer.at().toString())
            .with("comment", answer.comment());
    Condition open =
        Condition.present()
            .andEquals("status", ApprovalStatus.PENDING.name())
            .and(
                "validUntil",
                ">",
                AttributeValue.fromN(String.valueOf(answer.at().getEpochSecond())))
            .and("requestedBy", "<>", AttributeValue.fromS(answer.by()));
    return table.setIf(key(id), change, open) instanceof Table.Outcome.Written(Item item)
        ? Optional.of(approval(item))
        : Optional.empty();
  }

  private static Item key(String id) {
    return Item.key("approval#" + id, "approval");
  }

  private static Item item(Approval approval) {
    return key(approval.id())
        .with("id", approval.id())
        .with("databaseArn", approval.key().databaseArn())
        .with("principal", approval.key().principal())
        .with("serviceId", approval.serviceId())
        .with("endpointId", approval.endpointId())
        .with("subjectDigest", approval.subjectDigest())
        .with("executionArn", approval.executionArn())
        .with("requestedBy", approval.requestedBy())
        .with("approvers", String.join(" ", approval.approvers()))
        .with("validUntil", approval.validUntil().getEpochSecond())
        .with("status", approval.status().name());
  }

  private static Approval approval(Item item) {
    return new Approval(
        item.text("id"),
        new OnboardingKey(item.text("databaseArn"), item.text("principal")),
        item.text("serviceId"),
        item.text("endpointId"),
        item.text("subjectDigest"),
        item.text("executionArn"),
        item.text("requestedBy"),
        names(item.text("approvers")),
        Instant.ofEpochSecond(item.number("validUntil")),
        ApprovalStatus.valueOf(item.text("status")),
        item.optionalText("answeredBy")
            .map(
                by ->
                    new Approval.Answer(
                        by, Instant.parse(item.text("answeredAt")), item.text("comment")))
            .orElse(null));
  }

  /** The door allows no spaces in names. */
  private static List<String> names(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" ", -1));
  }
}
