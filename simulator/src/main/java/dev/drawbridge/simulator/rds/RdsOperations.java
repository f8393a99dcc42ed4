package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.Operation;
import java.util.List;

/** Every operation of RDS that is modelled. */
record RdsOperations(
    World world,
    ClusterFailover clusterFailover,
    InstanceFailover instanceFailover,
    Lifecycle lifecycle,
    BlueGreen blueGreen) {

  List<Operation<?, ?>> all() {
    RdsState state = world.state();
    Views views = new Views(state, world.names());
    EventSubscriptions subscriptions = world.events().subscriptions();
    Tagging tagging = new Tagging(state, subscriptions);
    return List.of(
        new AddTagsToResource(tagging),
        new CreateEventSubscription(state, subscriptions, world.scheduler()),
        new DeleteEventSubscription(subscriptions),
        new DescribeEventCategories(),
        new DescribeEventSubscriptions(subscriptions),
        new CreateDbInstance(state, views, lifecycle),
        new DeleteDbInstance(state, views, lifecycle),
        new DescribeBlueGreenDeployments(blueGreen),
        new DescribeDbClusterParameterGroups(state),
        new DescribeDbClusterParameters(state),
        new DescribeDbClusters(state, views),
        new DescribeDbInstances(state, views),
        new DescribeDbParameterGroups(state),
        new DescribeDbParameters(state),
        new DescribeDbSubnetGroups(state, views),
        new DescribeEvents(world.events(), world.scheduler()),
        new FailoverDbCluster(state, views, clusterFailover),
        new ListTagsForResource(tagging),
        new PromoteReadReplica(state, views, lifecycle),
        new RebootDbInstance(state, views, instanceFailover),
        new RemoveTagsFromResource(tagging));
  }
}
