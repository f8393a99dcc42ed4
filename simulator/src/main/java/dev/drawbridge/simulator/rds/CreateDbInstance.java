package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.Tag;

/** Creates a reader of an Aurora cluster; other databases are set up by type. */
record CreateDbInstance(RdsState state, Views views, Lifecycle lifecycle)
    implements Operation<CreateDbInstanceRequest, CreateDbInstanceResponse> {
  /**
   * Family and size, as in {@code db.r6g.large}; which of them an engine takes is not looked at.
   */
  private static final String INSTANCE_CLASS =
      "db\\.(serverless|[a-z][a-z0-9-]*\\.(micro|small|medium|(\\d*x)?large)(\\.[a-z0-9.]+)?)";

  /** API Reference, CreateDBInstance. */
  private static final int LAST_TIER = 15;

  @Override
  public CreateDbInstanceResponse handle(CreateDbInstanceRequest request, Caller caller) {
    if (request.dbClusterIdentifier() == null) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "This world models CreateDBInstance for Aurora clusters only: give DBClusterIdentifier");
    }
    DbCluster cluster = state.cluster(Lookup.id(caller, request.dbClusterIdentifier()));
    if (!cluster.shape().engine().aurora()) {
      throw ServiceError.client(
          "InvalidParameterCombination", "Instances of a Multi-AZ DB cluster are managed by RDS");
    }
    checkMember(request, cluster);
    checkZone(request.availabilityZone(), cluster);
    Map<String, String> tags =
        request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    DbInstance made =
        lifecycle.createReader(
            cluster,
            Lookup.id(caller, request.dbInstanceIdentifier()),
            Optional.ofNullable(request.availabilityZone()),
            tags);
    return CreateDbInstanceResponse.builder().dbInstance(views.instance(made)).build();
  }

  private void checkZone(@Nullable String zone, DbCluster cluster) {
    SubnetGroup group = state.subnetGroup(cluster.id().named(cluster.shape().subnetGroup()));
    if (zone != null && !group.zones().contains(zone)) {
      throw ServiceError.client(
          "InvalidVPCNetworkStateFault",
          "The DB subnet group %s has no subnet in the Availability Zone %s."
              .formatted(group.id().name(), zone));
    }
  }

  private static void checkMember(CreateDbInstanceRequest request, DbCluster cluster) {
    String wanted = String.valueOf(request.dbInstanceClass());
    if (!wanted.matches(INSTANCE_CLASS)) {
      throw ServiceError.client("InvalidParameterValue", "Invalid DB Instance class: " + wanted);
    }
    Integer tier = request.promotionTier();
    if (tier != null && (tier < 0 || tier > LAST_TIER)) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Invalid promotion tier %d. Must be between 0 and %d".formatted(tier, LAST_TIER));
    }
    String engine = cluster.shape().engine().id();
    if (!engine.equals(request.engine())) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "The engine name requested for your DB instance (%s) doesn't match the engine name of"
                  .formatted(request.engine())
              + " your DB cluster (%s).".formatted(engine));
    }
  }
}
