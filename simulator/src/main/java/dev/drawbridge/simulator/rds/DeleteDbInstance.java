package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;

/** Deletes an instance; its server ends at once, its record when the deletion is done. */
record DeleteDbInstance(RdsState state, Views views, Lifecycle lifecycle)
    implements Operation<DeleteDbInstanceRequest, DeleteDbInstanceResponse> {

  @Override
  public DeleteDbInstanceResponse handle(DeleteDbInstanceRequest request, Caller caller) {
    DbInstance instance = state.instance(Lookup.id(caller, request.dbInstanceIdentifier()));
    return DeleteDbInstanceResponse.builder()
        .dbInstance(views.instance(lifecycle.delete(instance)))
        .build();
  }
}
