package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Onboarding;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was asked for through the API, one item a pair. One partition holds them all, for lists. */
public final class Onboardings {
  private static final String PARTITION = "onboarding";

  private final Table table;

  public Onboardings(Table table) {
    this.table = table;
  }

  public Optional<Onboarding> find(String id) {
    return table.get(Item.key(PARTITION, id)).map(item -> item.read(Onboardings::onboarding));
  }

  /** Writes the first request of a pair. Returns the one that is there already, if one is. */
  public Optional<Onboarding> putFirst(Onboarding onboarding) {
    return switch (table.putIf(item(onboarding), Condition.absent())) {
      case Table.Outcome.Written written -> Optional.empty();
      case Table.Outcome.Refused refused ->
          refused.item().map(item -> item.read(Onboardings::onboarding));
    };
  }

  /** Puts {@code next} in the place of {@code held}. False if somebody else was faster. */
  public boolean replace(Onboarding held, Onboarding next) {
    Condition unchanged = Condition.present().andVersion(held.version());
    return table.putIf(item(next), unchanged) instanceof Table.Outcome.Written;
  }

  /**
   * Lets the item go after a while, as its claim: the consumer has left. Does nothing if another
   * run was asked for since.
   */
  public void left(String id, String executionArn, Instant at) {
    table.setIf(
        Item.key(PARTITION, id),
        Item.empty().with("expiresAt", at.plus(Claims.KEPT).getEpochSecond()),
        Condition.present()
            .andEquals("executionName", executionArn.substring(executionArn.lastIndexOf(':') + 1)));
  }

  /**
   * A page of all, by id, each read for itself.
   *
   * @param after the last id of the page before, or the empty text
   */
  public PageRead<Onboarding> page(String after, int size) {
    return PageRead.of(table.page(PARTITION, after, size), Onboardings::onboarding);
  }

  private static Item item(Onboarding onboarding) {
    return Item.key(PARTITION, onboarding.id())
        .with("version", onboarding.version())
        .with("databaseArn", onboarding.key().databaseArn())
        .with("principal", onboarding.key().principal())
        .with("attempt", onboarding.attempt())
        .with("executionName", onboarding.executionName())
        .with("requestDigest", onboarding.requestDigest())
        .with("request", onboarding.request())
        .with("requesters", Text.of(onboarding.requesters()))
        .with("accountProven", String.valueOf(onboarding.accountProven()))
        .with("requestedAt", onboarding.requestedAt().toString())
        .with("idempotencyKey", onboarding.idempotencyKey())
        .with("owners", Text.of(onboarding.owners()))
        .with("claimedEndpoints", String.join(" ", onboarding.claimedEndpoints()));
  }

  private static Onboarding onboarding(Item item) {
    return new Onboarding(
        item.text("sk"),
        item.number("version"),
        item.onboarding(),
        Math.toIntExact(item.number("attempt")),
        item.text("executionName"),
        item.text("requestDigest"),
        item.text("request"),
        Text.list(item.text("requesters"), Identity.class),
        Boolean.parseBoolean(item.text("accountProven")),
        Instant.parse(item.text("requestedAt")),
        item.optionalText("idempotencyKey").orElse(null),
        // An earlier release took whoever had asked for an owner.
        Text.list(
            item.optionalText("owners").orElseGet(() -> item.text("requesters")), Identity.class),
        words(item.text("claimedEndpoints")));
  }

  static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
