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
    Optional<String> target =
        Optional.ofNullable(request.targetDBInstanceIdentifier())
            .map(name -> Lookup.id(caller, name).name());
    failover.order(state.cluster(id), target);
    return FailoverDbClusterResponse.builder().dbCluster(views.cluster(state.cluster(id))).build();
  }
}
