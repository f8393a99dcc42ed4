package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** Names the attribute after whose time items expire, or none. */
record UpdateTimeToLive(Tables tables)
    implements Operation<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> {

  @Override
  public UpdateTimeToLiveResponse handle(UpdateTimeToLiveRequest request, Caller caller) {
    var wanted = request.timeToLiveSpecification();
    Table table = tables.find(caller, request.tableName());
    boolean enable = Boolean.TRUE.equals(wanted.enabled());
    check(enable, wanted.attributeName(), table.ttlAttribute());
    table.ttlAttribute(enable ? Optional.of(wanted.attributeName()) : Optional.empty());
    return UpdateTimeToLiveResponse.builder().timeToLiveSpecification(wanted).build();
  }

  private static void check(boolean enable, String attribute, Optional<String> present) {
    if (!enable && present.isEmpty()) {
      throw invalid("TimeToLive is already disabled");
    }
    if (present.isPresent() && !present.get().equals(attribute)) {
      throw invalid(
          "TimeToLive is active on a different AttributeName: current AttributeName is "
              + present.get());
    }
    if (enable && present.isPresent()) {
      throw invalid("TimeToLive is already enabled");
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationException", message);
  }
}
