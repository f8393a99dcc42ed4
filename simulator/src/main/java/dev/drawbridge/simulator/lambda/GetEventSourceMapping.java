package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;

/** Shows a mapping. */
record GetEventSourceMapping(EventSourceMappings mappings)
    implements Operation<GetEventSourceMappingRequest, GetEventSourceMappingResponse> {
  @Override
  public GetEventSourceMappingResponse handle(GetEventSourceMappingRequest request, Caller caller) {
    return MappingView.of(mappings.get(request.uuid()), "Enabled")
        .copyTo(GetEventSourceMappingResponse.builder());
  }
}
