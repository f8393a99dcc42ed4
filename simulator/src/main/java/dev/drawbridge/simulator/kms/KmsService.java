package dev.drawbridge.simulator.kms;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.List;

/** KMS with symmetric keys that really encrypt; no grants, aliases or key policies. */
public final class KmsService {
  private final KmsState state;

  /** No keys yet. */
  public KmsService(Scheduler scheduler) {
    this.state = new KmsState(scheduler);
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
