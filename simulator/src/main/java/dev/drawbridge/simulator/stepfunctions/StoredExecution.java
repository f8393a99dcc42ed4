package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.run.Run;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.simulator.call.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An execution and how it came to be.
 *
 * @param owner account and region of the execution, and the role of whoever started it
 * @param versionArn the version that it runs, if it was started by one
 * @param aliasArn the alias that it was started by
 */
record StoredExecution(
    Caller owner, @Nullable String versionArn, @Nullable String aliasArn, Run run) {
  Execution execution() {
    return run.execution();
  }

  StatusChange view() {
    return new StatusChange(owner, execution(), versionArn, aliasArn);
  }
}
