package dev.drawbridge.simulator;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsService;

/** Lets rules and schedules start executions. */
record ExecutionTarget(StepFunctionsService states) implements Target {
  @Override
  public void take(String arn, String payload) {
    String[] parts = arn.split(":", 6);
    try {
      states.startExecution(new Caller(parts[4], parts[3], "events"), arn, null, payload);
    } catch (ServiceError e) {
      throw Refused.forGood(e.code() + ": " + e.getMessage());
    }
  }
}
