package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceResponse;

/** Restarts an instance, or sends a Multi-AZ instance to its standby. */
record RebootDbInstance(RdsState state, Views views, InstanceFailover failover)
    implements Operation<RebootDbInstanceRequest, RebootDbInstanceResponse> {

  @Override
  public RebootDbInstanceResponse handle(RebootDbInstanceRequest request, Caller caller) {
    DbId id = Lookup.id(caller, request.dbInstanceIdentifier());
    failover.reboot(state.instance(id), Boolean.TRUE.equals(request.forceFailover()));
    return RebootDbInstanceResponse.builder()
        .dbInstance(views.instance(state.instance(id)))
        .build();
  }
}
