package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.operation.Fields;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;

/** A mapping as the API shows it. */
record MappingView(EventSourceMappingConfiguration configuration) {

  static MappingView of(EventSourceMapping mapping, String state) {
    return new MappingView(
        EventSourceMappingConfiguration.builder()
            .uuid(mapping.uuid())
            .eventSourceArn(mapping.queueArn())
            .functionArn(mapping.function().invokedArn())
            .batchSize(mapping.batchSize())
            .maximumBatchingWindowInSeconds(0)
            .functionResponseTypes(
                mapping.reportsFailures()
                    ? List.of(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                    : List.of())
            .state(state)
            .stateTransitionReason("USER_INITIATED")
            .build());
  }

  CreateEventSourceMappingResponse copyTo(CreateEventSourceMappingResponse.Builder reply) {
    Fields.copy(configuration, reply);
    return reply.build();
  }

  GetEventSourceMappingResponse copyTo(GetEventSourceMappingResponse.Builder reply) {
    Fields.copy(configuration, reply);
    return reply.build();
  }

  DeleteEventSourceMappingResponse copyTo(DeleteEventSourceMappingResponse.Builder reply) {
    Fields.copy(configuration, reply);
    return reply.build();
  }
}
