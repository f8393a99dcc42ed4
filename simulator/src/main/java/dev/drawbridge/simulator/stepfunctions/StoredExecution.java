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

  /** Whether it was started by the state machine, the version or the alias of that ARN. */
  boolean of(String arn) {
    return arn.equals(execution().identity().stateMachineArn())
        || arn.equals(versionArn)
        || arn.equals(aliasArn);
  }

  StatusChange view() {
    return new StatusChange(owner, execution(), versionArn, aliasArn);
  }
}
