package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SealedToken;
import dev.drawbridge.model.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The runs that wait for somebody. One partition holds them all, so that a sweep finds each with
 * one query; there are never many.
 */
public final class Waits {
  private static final String PARTITION = "wait";

  /** No principal has this sign. */
  private static final String OF_OWNER = "#owner ";

  private final Table table;

  public Waits(Table table) {
    this.table = table;
  }

  /**
   * Puts {@code wait} in the place of any earlier one of its path, which is returned. Each run of
   * the owner has a place of its own: neither what a consumer asks for nor another change that was
   * ordered meanwhile mutes its question.
   */
  public Optional<Wait> put(Wait wait) {
    return table.put(item(wait)).map(Waits::wait);
  }

  /** What a run for the consumer waits for. */
  public Optional<Wait> find(OnboardingKey key) {
    return table.get(key(key, "")).map(item -> item.read(Waits::wait));
  }

  /** What one run of the owner waits for. */
  public Optional<Wait> findOfOwner(OnboardingKey key, String executionArn) {
    return table.get(key(key, OF_OWNER + executionArn)).map(item -> item.read(Waits::wait));
  }

  /** All of them, each read for itself: one bad item stops no other. */
  public ItemsRead<Wait> all() {
    return ItemsRead.of(table.query(PARTITION), Waits::wait);
  }

  /** Forgets {@code wait}, unless another has taken its place. */
  public void delete(Wait wait) {
    table.deleteIf(
        key(wait),
        Condition.present().and("token", "=", AttributeValue.fromS(wait.token().base64())));
  }

  private static Item key(Wait wait) {
    Wait.Question question = wait.question();
    return key(
        wait.key(), question != null && question.ofChange() ? OF_OWNER + wait.executionArn() : "");
  }

  private static Item key(OnboardingKey key, String whose) {
    return Item.key(PARTITION, key.databaseArn() + " " + key.principal() + whose);
  }

  private static Item item(Wait wait) {
    Item item =
        key(wait)
            .with("databaseArn", wait.key().databaseArn())
            .with("principal", wait.key().principal())
            .with("executionArn", wait.executionArn())
            .with("serviceId", wait.serviceId())
            .with("serviceName", wait.serviceName())
            .with("acceptedEndpointId", wait.acceptedEndpointId())
            .with("token", wait.token().base64())
            .with("expiresAt", wait.expiresAt().getEpochSecond());
    Wait.Invitation invitation = wait.invitation();
    Item invited = invitation == null ? item : invited(item, invitation);
    Wait.Question question = wait.question();
    return question == null
        ? invited
        : invited
            .with("approvalId", question.approvalId())
            .with("endpointId", question.endpointId())
            .with("subjectDigest", question.subjectDigest());
  }

  private static Item invited(Item item, Wait.Invitation invitation) {
    return item.with("availabilityZoneIds", String.join(" ", invitation.availabilityZoneIds()))
        .with("readerPort", invitation.readerPort())
        .with("writerPort", invitation.writerPort())
        .with("instancePorts", invitation.instancePorts());
  }

  private static Wait wait(Item item) {
    return new Wait(
        item.onboarding(),
        item.text("executionArn"),
        item.text("serviceId"),
        item.optionalText("serviceName").orElse(null),
        item.optionalText("acceptedEndpointId").orElse(null),
        invitation(item),
        item.optionalText("approvalId").map(id -> question(id, item)).orElse(null),
        new SealedToken(item.text("token")),
        Instant.ofEpochSecond(item.number("expiresAt")));
  }

  private static Wait.@Nullable Invitation invitation(Item item) {
    return item.optionalText("availabilityZoneIds")
        .map(
            zoneIds ->
                new Wait.Invitation(
                    List.of(zoneIds.split(" ", -1)),
                    item.integerOrNull("readerPort"),
                    item.integerOrNull("writerPort"),
                    item.optionalText("instancePorts").orElse(null)))
        .orElse(null);
  }

  private static Wait.Question question(String approvalId, Item item) {
    return new Wait.Question(
        approvalId,
        item.text("endpointId"),
        item.text("subjectDigest"),
        item.text("sk").contains(OF_OWNER));
  }
}
