package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SealedToken;
import dev.drawbridge.model.Wait;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The runs that wait for somebody. One partition holds them all, so that a sweep finds each with
 * one query; there are never many.
 */
public final class Waits {
  private static final String PARTITION = "wait";

  private final Table table;

  public Waits(Table table) {
    this.table = table;
  }

  /** Puts {@code wait} in the place of any earlier one of its path, which is returned. */
  public Optional<Wait> put(Wait wait) {
    return table.put(item(wait)).map(Waits::wait);
  }

  public Optional<Wait> find(OnboardingKey key) {
    return table.get(key(key)).map(Waits::wait);
  }

  /** All of them, each read for itself: one bad item stops no other. */
  public ItemsRead<Wait> all() {
    return ItemsRead.of(table.query(PARTITION), Waits::wait);
  }

  /** Forgets {@code wait}, unless another has taken its place. */
  public void delete(Wait wait) {
    table.deleteIf(
        key(wait.key()),
        Condition.present().and("token", "=", AttributeValue.fromS(wait.token().base64())));
  }

  private static Item key(OnboardingKey key) {
    return Item.key(PARTITION, key.databaseArn() + " " + key.principal());
  }

  private static Item item(Wait wait) {
    Item item =
        key(wait.key())
            .with("databaseArn", wait.key().databaseArn())
            .with("principal", wait.key().principal())
            .with("executionArn", wait.executionArn())
            .with("serviceId", wait.serviceId())
            .with("acceptedEndpointId", wait.acceptedEndpointId())
            .with("token", wait.token().base64())
            .with("expiresAt", wait.expiresAt().getEpochSecond());
    Wait.Question question = wait.question();
    return question == null
        ? item
        : item.with("approvalId", question.approvalId())
            .with("endpointId", question.endpointId())
            .with("subjectDigest", question.subjectDigest());
  }

  private static Wait wait(Item item) {
    return new Wait(
        new OnboardingKey(item.text("databaseArn"), item.text("principal")),
        item.text("executionArn"),
        item.text("serviceId"),
        item.optionalText("acceptedEndpointId").orElse(null),
        item.optionalText("approvalId")
            .map(id -> new Wait.Question(id, item.text("endpointId"), item.text("subjectDigest")))
            .orElse(null),
        new SealedToken(item.text("token")),
        Instant.ofEpochSecond(item.number("expiresAt")));
  }
}
