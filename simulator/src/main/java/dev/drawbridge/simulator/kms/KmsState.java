package dev.drawbridge.simulator.kms;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.ResourcePolicy;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** All keys of the world, by ARN. */
final class KmsState {
  private static final int KEY_BYTES = 32;

  private final Map<String, Key> keys = new HashMap<>();
  private final Scheduler scheduler;

  KmsState(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  Key create(Caller caller, String description, ResourcePolicy policy) {
    String id = new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
    byte[] material = random(KEY_BYTES);
    Key key =
        new Key(
            id,
            caller.arn("kms", "key/" + id),
            description,
            scheduler.now(),
            new SecretKeySpec(material, "AES"),
            policy);
    keys.put(key.arn(), key);
    return key;
  }

  /**
   * The key of an id or ARN.
   *
   * @throws ServiceError NotFoundException
   */
  Key find(Caller caller, String idOrArn) {
    String arn = idOrArn.startsWith("arn:") ? idOrArn : caller.arn("kms", "key/" + idOrArn);
    Key key = keys.get(arn);
    if (key == null) {
      throw ServiceError.client("NotFoundException", "Key '%s' does not exist".formatted(arn));
    }
    return key;
  }

  Optional<Key> byArn(String arn) {
    return Optional.ofNullable(keys.get(arn));
  }

  byte[] random(int length) {
    byte[] bytes = new byte[length];
    scheduler.random().nextBytes(bytes);
    return bytes;
  }
}
