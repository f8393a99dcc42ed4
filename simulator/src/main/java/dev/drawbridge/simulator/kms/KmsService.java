package dev.drawbridge.simulator.kms;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.List;

/**
 * KMS with symmetric keys that really encrypt; no grants and aliases. A key's policy is judged for
 * the services that use it; that of the caller's role is judged at the door.
 */
public final class KmsService {
  private static final List<String> TO_ENCRYPT = List.of("kms:GenerateDataKey", "kms:Decrypt");

  private final KmsState state;

  /** No keys yet. */
  public KmsService(Scheduler scheduler) {
    this.state = new KmsState(scheduler);
  }

  /**
   * Whether a service may encrypt what it sends to a topic or queue ("Key management", Amazon SNS
   * Developer Guide). A key that is not there, and one of AWS's own, lets none in.
   *
   * @param service its principal, for example {@code vpce.amazonaws.com}
   * @param sourceArn the resource in whose name it sends
   */
  public boolean admits(String keyArn, String service, String sourceArn) {
    return state
        .byArn(keyArn)
        .filter(key -> KeyPolicy.admits(key, service, TO_ENCRYPT, sourceArn))
        .isPresent();
  }

  /** The API. */
  public Service service() {
    return new Service(
        "kms",
        Protocol.JSON_1_1,
        "TrentService",
        List.of(
            new CreateKey(state), new DescribeKey(state), new Encrypt(state), new Decrypt(state)));
  }
}
