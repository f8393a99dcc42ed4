package dev.drawbridge.runtime;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;

/**
 * As much of Step Functions as a worker meets: tokens that answer once, and executions that run.
 */
public final class WaitingExecutions {
  private final Set<String> open = new HashSet<>();
  private final Set<String> running = new HashSet<>();
  private final Map<String, DescribeExecutionResponse> ended = new HashMap<>();
  public final Map<String, String> answers = new HashMap<>();

  public String opens(String token) {
    open.add(token);
    return token;
  }

  public void runs(String executionArn) {
    running.add(executionArn);
  }

  /** It ran, and has come to nothing. */
  public void stopped(String executionArn) {
    ended(executionArn, "{}", "Stopped", "by hand");
  }

  public void ended(String executionArn, String input, String error, String cause) {
    running.remove(executionArn);
    ended.put(
        executionArn,
        DescribeExecutionResponse.builder()
            .executionArn(executionArn)
            .status(ExecutionStatus.FAILED)
            .input(input)
            .error(error)
            .cause(cause)
            .build());
  }

  public Service service() {
    return new Service(
        "states",
        Protocol.JSON_1_0,
        "AWSStepFunctions",
        List.of(new SendTaskSuccess(this), new DescribeExecution(this)));
  }

  private record SendTaskSuccess(WaitingExecutions executions)
      implements Operation<SendTaskSuccessRequest, SendTaskSuccessResponse> {
    @Override
    public SendTaskSuccessResponse handle(SendTaskSuccessRequest request, Caller caller) {
      if (!executions.open.remove(request.taskToken())) {
        throw ServiceError.client("TaskTimedOut", "Task Timed Out: 'Provided task does not exist'");
      }
      executions.answers.put(request.taskToken(), request.output());
      return SendTaskSuccessResponse.builder().build();
    }
  }

  private record DescribeExecution(WaitingExecutions executions)
      implements Operation<DescribeExecutionRequest, DescribeExecutionResponse> {
    @Override
    public DescribeExecutionResponse handle(DescribeExecutionRequest request, Caller caller) {
      DescribeExecutionResponse end = executions.ended.get(request.executionArn());
      if (end != null) {
        return end;
      }
      if (!executions.running.contains(request.executionArn())) {
        throw ServiceError.client("ExecutionDoesNotExist", request.executionArn());
      }
      return DescribeExecutionResponse.builder()
          .executionArn(request.executionArn())
          .status(ExecutionStatus.RUNNING)
          .build();
    }
  }
}
