package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;

/** Deletes an instance; its server ends at once, its record when the deletion is done. */
record DeleteDbInstance(RdsState state, Views views, Lifecycle lifecycle)
    implements Operation<DeleteDbInstanceRequest, DeleteDbInstanceResponse> {

  @Override
  public DeleteDbInstanceResponse handle(DeleteDbInstanceRequest request, Caller caller) {
    DbInstance instance = state.instance(Lookup.id(caller, request.dbInstanceIdentifier()));
    boolean snapshot = request.finalDBSnapshotIdentifier() != null;
    if (snapshot && instance.cluster().isPresent()) {
      throw combination("cannot be specified when deleting a cluster instance");
    }
    if (snapshot && Boolean.TRUE.equals(request.skipFinalSnapshot())) {
      throw combination("cannot be specified when SkipFinalSnapshot is true");
    }
    return DeleteDbInstanceResponse.builder()
        .dbInstance(views.instance(lifecycle.delete(instance)))
        .build();
  }

  private static ServiceError combination(String problem) {
    return ServiceError.client(
        "InvalidParameterCombination", "FinalDBSnapshotIdentifier " + problem);
  }
}
