package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;

/** Ends a mapping. */
record DeleteEventSourceMapping(EventSourceMappings mappings)
    implements Operation<DeleteEventSourceMappingRequest, DeleteEventSourceMappingResponse> {
  @Override
  public DeleteEventSourceMappingResponse handle(
      DeleteEventSourceMappingRequest request, Caller caller) {
    EventSourceMapping ended = mappings.get(request.uuid());
    mappings.close(request.uuid());
    return MappingView.of(ended, "Deleting").copyTo(DeleteEventSourceMappingResponse.builder());
  }
}
