package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.stepfunctions.Executions;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Reads the history of an execution, a page at a time. */
final class GetExecutionHistory
    implements Operation<GetExecutionHistoryRequest, GetExecutionHistoryResponse> {
  private final Executions executions;

  GetExecutionHistory(Executions executions) {
    this.executions = executions;
  }

  @Override
  public GetExecutionHistoryResponse handle(GetExecutionHistoryRequest request, Caller caller) {
    List<HistoryEvent> history = executions.history(request.executionArn());
    boolean reversed = Boolean.TRUE.equals(request.reverseOrder());
    Page<HistoryEvent> page =
        Pages.of(
            reversed ? history.reversed() : history, request.maxResults(), request.nextToken());
    return GetExecutionHistoryResponse.builder().events(page.rows()).nextToken(page.next()).build();
  }
}
