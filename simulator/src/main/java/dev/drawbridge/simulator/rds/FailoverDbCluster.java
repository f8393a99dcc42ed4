package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.FailoverDbClusterRequest;
import software.amazon.awssdk.services.rds.model.FailoverDbClusterResponse;

/** Orders a failover; the answer comes before it has happened. */
record FailoverDbCluster(RdsState state, Views views, ClusterFailover failover)
    implements Operation<FailoverDbClusterRequest, FailoverDbClusterResponse> {

  @Override
  public FailoverDbClusterResponse handle(FailoverDbClusterRequest request, Caller caller) {
    DbId id = Lookup.id(caller, request.dbClusterIdentifier());
    failover.order(state.cluster(id), Optional.ofNullable(request.targetDBInstanceIdentifier()));
    return FailoverDbClusterResponse.builder().dbCluster(views.cluster(state.cluster(id))).build();
  }
}
