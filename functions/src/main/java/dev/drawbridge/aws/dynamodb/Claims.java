package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.OnboardingKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item per database and principal: who works on the path, and how far it came. */
public final class Claims {
  /** AWS keeps the name of an execution taken for 90 days, and a name holds the attempt. */
  static final Duration KEPT = Duration.ofDays(120);

  /** States that a run of onboard-consumer writes nothing over. */
  private static final List<String> ENDED_BY_OTHERS =
      List.of(
          ClaimState.LEAVING.name(), ClaimState.TEARING_DOWN.name(), ClaimState.OFFBOARDED.name());

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
    if (table.putIf(item(next), unchanged) instanceof Table.Outcome.Refused refused
        // Ours is there already: the reply to an earlier try was lost.
        && refused.item().map(Claims::claim).filter(next::equals).isEmpty()) {
      throw new Conflict(
          "the claim on %s changed while it was being taken; start again".formatted(held.key()));
    }
  }

  public Optional<Claim> find(OnboardingKey key) {
    return table.get(key(key)).map(item -> item.read(Claims::claim));
  }

  /** All claims of a database, each read for itself: one bad item stops no other consumer. */
  public ItemsRead<Claim> eachOfDatabase(String databaseArn) {
    return ItemsRead.of(table.query(partition(databaseArn)), Claims::claim);
  }

  /** Who has a claim on a database, by the keys alone: also where nobody can read what it says. */
  public List<OnboardingKey> keysOfDatabase(String databaseArn) {
    return table.query(partition(databaseArn)).stream()
        .map(item -> new OnboardingKey(databaseArn, item.text("sk")))
        .filter(OnboardingKey::named)
        .toList();
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
            .andNone("state", ENDED_BY_OTHERS);
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
        Condition.present()
            .andEquals("executionArn", executionArn)
            .andNone("state", ENDED_BY_OTHERS));
  }

  /**
   * Puts back what was there before a request that was refused; a path that nobody had claimed
   * before keeps the reason. Does nothing if the claim has passed to another execution.
   */
  public void refused(
      OnboardingKey key, String executionArn, ClaimState state, String reason, Instant at) {
    Optional<Claim> mine = find(key).filter(claim -> claim.worksFor(executionArn));
    Optional<Claim> before = mine.flatMap(Claim::undone);
    if (before.isEmpty()) {
      endIfHeld(key, executionArn, state, reason, at);
      return;
    }
    Item item = item(before.get());
    table.putIf(
        before.get().state() == ClaimState.OFFBOARDED ? gone(item, at) : item,
        Condition.present()
            .andEquals("executionArn", executionArn)
            .andEquals("state", ClaimState.RUNNING.name()));
  }

  /**
   * Whether a run of onboard-consumer works on the path, and nobody ends it.
   *
   * @throws Conflict if it does not
   */
  public void requireWorkOf(OnboardingKey key, String executionArn) {
    Optional<Claim> held = find(key);
    if (held.filter(claim -> claim.worksFor(executionArn)).isEmpty()) {
      throw new Conflict(
          "execution %s does not hold the claim on %s; it belongs to %s"
              .formatted(
                  executionArn,
                  key,
                  held.map(claim -> "%s, %s".formatted(claim.executionArn(), claim.state().words()))
                      .orElse("nobody")));
    }
  }

  /**
   * Records that the consumer has left and what it had is being taken down.
   *
   * @throws Conflict if {@code run} does not end the path any more
   */
  public void tearingDown(OnboardingKey key, String run) {
    Item change = Item.empty().with("state", ClaimState.TEARING_DOWN.name());
    Condition mine = Condition.present().andEquals("leavingArn", run);
    requireHeld(key, run, table.setIf(key(key), change, mine));
  }

  /** Records why the end of a path came to a halt, where {@code run} ends it. */
  public void halted(OnboardingKey key, String run, String reason) {
    table.setIf(
        key(key),
        Item.empty().with("failure", reason),
        Condition.present().andEquals("leavingArn", run));
  }

  /**
   * Records that the consumer has left. The item goes after a while: it says what the records say.
   *
   * @throws Conflict if another run ends the path by now
   */
  public void left(Claim held, Instant at) {
    String run = String.valueOf(held.leavingArn());
    Item next = gone(item(held.left()), at);
    Condition mine = Condition.present().andEquals("leavingArn", run);
    requireHeld(held.key(), run, table.putIf(next, mine));
  }

  /**
   * Marks an onboarding whose endpoint is gone. It stays what it is: the next run decides. Does
   * nothing if somebody works on the path, or it has ended.
   */
  public void mark(Claim onboarded, String reason) {
    table.setIf(
        key(onboarded.key()),
        Item.empty().with("failure", reason),
        Condition.present()
            .andEquals("executionArn", onboarded.executionArn())
            .andEquals("state", onboarded.state().name()));
  }

  /**
   * Records that an execution broke off. Does nothing if it said itself how it ended, or if the
   * claim has passed to another; then it answers false.
   */
  public boolean breakOff(OnboardingKey key, String executionArn, String reason, Instant at) {
    Condition stillRunning =
        Condition.present()
            .andEquals("executionArn", executionArn)
            .andEquals("state", ClaimState.RUNNING.name());
    return table.setIf(key(key), ending(ClaimState.BROKEN_OFF, reason, at), stillRunning)
        instanceof Table.Outcome.Written;
  }

  private static Item gone(Item item, Instant at) {
    return item.with("endedAt", at.toString()).with("expiresAt", at.plus(KEPT).getEpochSecond());
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
        .with("failure", claim.failure())
        .with("leavingArn", claim.leavingArn())
        .with("since", claim.since() == null ? null : claim.since().toString())
        .with("before", claim.before() == null ? null : Document.text(claim.before()));
  }

  private static Claim claim(Item item) {
    return new Claim(
        item.onboarding(),
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
        item.optionalText("failure").orElse(null),
        item.optionalText("leavingArn").orElse(null),
        item.optionalText("before").map(_ -> Document.of(item, "before", Claim.class)).orElse(null),
        item.optionalText("since").map(Instant::parse).orElse(null));
  }
}
