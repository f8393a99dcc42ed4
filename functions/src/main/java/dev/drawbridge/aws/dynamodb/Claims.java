package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.OnboardingKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item per database and principal: who works on the path, and how far it came. */
public final class Claims {
  private final Table table;

  public Claims(Table table) {
    this.table = table;
  }

  /** Writes the first claim of a path. Returns the claim that is there already, if one is. */
  public Optional<Claim> putFirst(Claim claim) {
    return switch (table.putIf(item(claim), Condition.absent())) {
      case Table.Outcome.Written written -> Optional.empty();
      case Table.Outcome.Refused refused -> refused.item().map(Claims::claim);
    };
  }

  /**
   * Puts {@code next} in the place of {@code held}.
   *
   * @throws Conflict if somebody else was faster
   */
  public void replace(Claim held, Claim next) {
    Condition unchanged =
        Condition.present()
            .and("attempt", "=", AttributeValue.fromN(String.valueOf(held.attempt())))
            .andEquals("executionArn", held.executionArn())
            .andEquals("state", held.state().name());
    if (table.putIf(item(next), unchanged) instanceof Table.Outcome.Refused) {
      throw new Conflict(
          "the claim on %s changed while it was being taken; start again".formatted(held.key()));
    }
  }

  public Optional<Claim> find(OnboardingKey key) {
    return table.get(key(key)).map(Claims::claim);
  }

  /** All claims of a database, those of consumers who left included. */
  public List<Claim> ofDatabase(String databaseArn) {
    return table.query(partition(databaseArn)).stream().map(Claims::claim).toList();
  }

  /**
   * Records the endpoint that is about to be accepted, before it is.
   *
   * @throws Conflict if {@code executionArn} does not hold the claim any more
   */
  public void accepting(OnboardingKey key, String executionArn, Claim.Accepted accepted) {
    Item change =
        Item.empty()
            .with("acceptedServiceId", accepted.serviceId())
            .with("acceptedEndpointId", accepted.endpointId());
    Condition mine =
        Condition.present()
            .andEquals("executionArn", executionArn)
            .andEquals("state", ClaimState.RUNNING.name());
    requireHeld(key, executionArn, table.setIf(key(key), change, mine));
  }

  /**
   * Records how the attempt ended.
   *
   * @throws Conflict if {@code executionArn} does not hold the claim any more
   */
  public void end(
      OnboardingKey key, String executionArn, ClaimState state, String outcome, Instant at) {
    Condition mine =
        Condition.present()
            .andEquals("executionArn", executionArn)
            .and("state", "<>", AttributeValue.fromS(ClaimState.OFFBOARDED.name()));
    requireHeld(key, executionArn, table.setIf(key(key), ending(state, outcome, at), mine));
  }

  /**
   * Records a failure. Does nothing if the claim has passed to another execution, whose path it is
   * now.
   */
  public void endIfHeld(
      OnboardingKey key, String executionArn, ClaimState state, String reason, Instant at) {
    table.setIf(
        key(key),
        ending(state, reason, at),
        Condition.present().andEquals("executionArn", executionArn));
  }

  /**
   * Records that an execution broke off. Does nothing if it said itself how it ended, or if the
   * claim has passed to another.
   */
  public void breakOff(OnboardingKey key, String executionArn, String reason, Instant at) {
    Condition stillRunning =
        Condition.present()
            .andEquals("executionArn", executionArn)
            .andEquals("state", ClaimState.RUNNING.name());
    table.setIf(key(key), ending(ClaimState.BROKEN_OFF, reason, at), stillRunning);
  }

  private static Item ending(ClaimState state, String outcome, Instant at) {
    return Item.empty()
        .with("state", state.name())
        .with(state == ClaimState.ONBOARDED ? "result" : "failure", outcome)
        .with("endedAt", at.toString());
  }

  private static void requireHeld(OnboardingKey key, String executionArn, Table.Outcome outcome) {
    if (outcome instanceof Table.Outcome.Refused refused) {
      throw new Conflict(
          "execution %s does not hold the claim on %s; it belongs to %s"
              .formatted(
                  executionArn,
                  key,
                  refused.item().map(item -> item.text("executionArn")).orElse("nobody")));
    }
  }

  private static String partition(String databaseArn) {
    return "claim#" + databaseArn;
  }

  private static Item key(OnboardingKey key) {
    return Item.key(partition(key.databaseArn()), key.principal());
  }

  private static Item item(Claim claim) {
    Claim.Accepted accepted = claim.accepted();
    Item item =
        accepted == null
            ? key(claim.key())
            : key(claim.key())
                .with("acceptedServiceId", accepted.serviceId())
                .with("acceptedEndpointId", accepted.endpointId());
    return item.with("databaseArn", claim.key().databaseArn())
        .with("principal", claim.key().principal())
        .with("attempt", claim.attempt())
        .with("requestDigest", claim.requestDigest())
        .with("executionArn", claim.executionArn())
        .with("state", claim.state().name())
        .with("enforcement", claim.enforcement().name())
        .with("readerPort", claim.readerPort())
        .with("writerPort", claim.writerPort())
        .with("result", claim.result())
        .with("failure", claim.failure());
  }

  private static Claim claim(Item item) {
    return new Claim(
        new OnboardingKey(item.text("databaseArn"), item.text("principal")),
        Math.toIntExact(item.number("attempt")),
        item.text("requestDigest"),
        item.text("executionArn"),
        ClaimState.valueOf(item.text("state")),
        Enforcement.valueOf(item.text("enforcement")),
        item.integerOrNull("readerPort"),
        item.integerOrNull("writerPort"),
        item.optionalText("acceptedEndpointId")
            .map(id -> new Claim.Accepted(item.text("acceptedServiceId"), id))
            .orElse(null),
        item.optionalText("result").orElse(null),
        item.optionalText("failure").orElse(null));
  }
}
