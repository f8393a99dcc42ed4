package dev.drawbridge.aws.dynamodb;

import java.time.Instant;
import java.util.Optional;

/** Which request each idempotency key came with first. They go after a day. */
public final class IdempotencyKeys {
  private final Table table;

  public IdempotencyKeys(Table table) {
    this.table = table;
  }

  /** The digest of the request that a key is bound to, if it is. */
  public Optional<String> find(String key) {
    return table.get(key(key)).map(IdempotencyKeys::digest);
  }

  /**
   * Binds a key to a request.
   *
   * @param key a digest of the caller's account and key
   * @return the digest of the request that the key is bound to already, if it is
   */
  public Optional<String> bind(String key, String requestDigest, Instant expiresAt) {
    Item item =
        key(key).with("requestDigest", requestDigest).with("expiresAt", expiresAt.getEpochSecond());
    return switch (table.putIf(item, Condition.absent())) {
      case Table.Outcome.Written written -> Optional.empty();
      case Table.Outcome.Refused refused -> refused.item().map(IdempotencyKeys::digest);
    };
  }

  private static String digest(Item held) {
    return held.read(item -> item.text("requestDigest"));
  }

  private static Item key(String key) {
    return Item.key("idempotency#" + key, "idempotency");
  }
}
