package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** Names the attribute after whose time items expire, or none. */
record UpdateTimeToLive(Tables tables)
    implements Operation<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> {

  @Override
  public UpdateTimeToLiveResponse handle(UpdateTimeToLiveRequest request, Caller caller) {
    var wanted = request.timeToLiveSpecification();
    tables
        .find(caller, request.tableName())
        .ttlAttribute(
            Optional.of(wanted.attributeName())
                .filter(name -> Boolean.TRUE.equals(wanted.enabled())));
    return UpdateTimeToLiveResponse.builder().timeToLiveSpecification(wanted).build();
  }
}
