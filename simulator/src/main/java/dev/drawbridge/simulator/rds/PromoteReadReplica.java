package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.rds.model.PromoteReadReplicaRequest;
import software.amazon.awssdk.services.rds.model.PromoteReadReplicaResponse;

/** Makes a read replica an instance of its own, at once. */
record PromoteReadReplica(RdsState state, Views views, Lifecycle lifecycle)
    implements Operation<PromoteReadReplicaRequest, PromoteReadReplicaResponse> {

  @Override
  public PromoteReadReplicaResponse handle(PromoteReadReplicaRequest request, Caller caller) {
    DbInstance replica = state.instance(Lookup.id(caller, request.dbInstanceIdentifier()));
    return PromoteReadReplicaResponse.builder()
        .dbInstance(views.instance(lifecycle.promoteReplica(replica)))
        .build();
  }
}
