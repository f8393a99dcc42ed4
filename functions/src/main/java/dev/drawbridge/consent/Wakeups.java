package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Stores;
import java.nio.charset.StandardCharsets;

/** Ends waits: the run gets its answer, and the wait is forgotten. */
public final class Wakeups {
  private final Waits waits;
  private final TokenVault vault;
  private final WaitingRuns runs;

  public Wakeups(Environment environment) {
    this.waits = Stores.waits(environment);
    this.vault = Stores.vault(environment);
    this.runs = new WaitingRuns(environment.clients());
  }

  /**
   * Gives {@code answer} to the run. Safe to repeat: a token answers once.
   *
   * @return false if the run waited no more
   */
  public boolean wake(Wait wait, Object answer) {
    String token = vault.open(wait.use(), wait.token());
    boolean woken =
        runs.wake(token, new String(Json.LENIENT.write(answer), StandardCharsets.UTF_8));
    // Only now: a crash before this line leaves the wait for the sweep, which finds it answered. A
    // dead token of a run that goes on belongs to a state that is about to be tried again: its next
    // try must find the question that was asked, or a person's answer would be lost.
    if (woken || !runs.runs(wait.executionArn())) {
      waits.delete(wait);
    }
    return woken;
  }
}
