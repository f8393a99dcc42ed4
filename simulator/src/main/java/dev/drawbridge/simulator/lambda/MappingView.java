package dev.drawbridge.simulator.lambda;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
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
    copy(reply);
    return reply.build();
  }

  GetEventSourceMappingResponse copyTo(GetEventSourceMappingResponse.Builder reply) {
    copy(reply);
    return reply.build();
  }

  DeleteEventSourceMappingResponse copyTo(DeleteEventSourceMappingResponse.Builder reply) {
    copy(reply);
    return reply.build();
  }

  private void copy(SdkPojo reply) {
    for (SdkField<?> field : configuration.sdkFields()) {
      reply.sdkFields().stream()
          .filter(each -> each.memberName().equals(field.memberName()))
          .forEach(each -> each.set(reply, field.getValueOrDefault(configuration)));
    }
  }
}
