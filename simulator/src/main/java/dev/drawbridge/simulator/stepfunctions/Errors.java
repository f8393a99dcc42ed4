package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.function.Supplier;

/** The errors of the Step Functions API, worded as AWS words them. */
public final class Errors {
  private Errors() {}

  /** No such state machine. */
  public static ServiceError noStateMachine(String arn) {
    return ServiceError.client(
        "StateMachineDoesNotExist", "State Machine Does Not Exist: '%s'".formatted(arn));
  }

  /** An ARN that leads to no state machine, of the operations that do not say so otherwise. */
  public static ServiceError invalidArn(String arn) {
    return ServiceError.client("InvalidArn", "Invalid Arn: '%s'".formatted(arn));
  }

  /** No such execution. */
  public static ServiceError noExecution(String arn) {
    return ServiceError.client(
        "ExecutionDoesNotExist", "Execution Does Not Exist: '%s'".formatted(arn));
  }

  /** No such version, alias or tagged resource. */
  public static ServiceError notFound(String arn) {
    return ServiceError.client("ResourceNotFound", "Resource not found: '%s'".formatted(arn));
  }

  /** Something breaks a constraint of its own. */
  public static ServiceError validation(String message) {
    return ServiceError.client("ValidationException", message);
  }

  /** A name that AWS does not take. */
  public static ServiceError invalidName(String name) {
    return ServiceError.client("InvalidName", "Invalid Name: '%s'".formatted(name));
  }

  /** Tells the engine; what it refuses is the API's error of the same code. */
  public static void answered(Runnable call) {
    answered(
        () -> {
          call.run();
          return true;
        });
  }

  /** Asks the engine; what it refuses is the API's error of the same code. */
  public static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (Refusal refusal) {
      throw ServiceError.client(refusal.code(), String.valueOf(refusal.getMessage()));
    }
  }
}
