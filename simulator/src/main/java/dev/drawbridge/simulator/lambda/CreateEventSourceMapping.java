package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.ScalingConfig;

/** Maps a standard queue to a function, without a batching window. */
record CreateEventSourceMapping(EventSourceMappings mappings, FunctionEntries entries)
    implements Operation<CreateEventSourceMappingRequest, CreateEventSourceMappingResponse> {
  private static final String QUEUE = "arn:[a-z-]+:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+";

  /** "Configuring scaling behavior for SQS event source mappings", AWS Lambda Developer Guide. */
  private static final int MOST_AT_ONCE = 1_000;

  private static final int BATCH = 10;

  @Override
  public CreateEventSourceMappingResponse handle(
      CreateEventSourceMappingRequest request, Caller caller) {
    FunctionName function = FunctionName.parse(caller, request.functionName());
    entries.get(function, "CreateEventSourceMapping", caller);
    refuseOthers(request);
    int batchSize = Optional.ofNullable(request.batchSize()).orElse(BATCH);
    if (batchSize > BATCH) {
      throw invalid(
          "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
    }
    EventSourceMapping made =
        mappings.open(
            function,
            request.eventSourceArn(),
            batchSize,
            request
                .functionResponseTypes()
                .contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES),
            Optional.ofNullable(request.scalingConfig())
                .map(ScalingConfig::maximumConcurrency)
                .orElse(MOST_AT_ONCE));
    return MappingView.of(made, "Creating").copyTo(CreateEventSourceMappingResponse.builder());
  }

  private static void refuseOthers(CreateEventSourceMappingRequest request) {
    if (request.eventSourceArn() == null) {
      throw invalid("Unrecognized event source.");
    }
    boolean window = Optional.ofNullable(request.maximumBatchingWindowInSeconds()).orElse(0) > 0;
    boolean disabled = Boolean.FALSE.equals(request.enabled());
    if (!request.eventSourceArn().matches(QUEUE)
        || window
        || disabled
        || request.filterCriteria() != null) {
      throw invalid(
          "This simulator maps standard queues that are enabled, without a batching window and without filters.");
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValueException", message);
  }
}
