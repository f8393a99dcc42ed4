package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Finds whatever can carry tags by its id. */
record ResourceTypes(Ec2State state) {

  /** What kind of resource has the id, by its prefix. */
  static ResourceType of(String id) {
    String prefix = id.substring(0, Math.max(0, id.lastIndexOf('-')));
    return switch (prefix) {
      case "vpc" -> ResourceType.VPC;
      case "subnet" -> ResourceType.SUBNET;
      case "rtb" -> ResourceType.ROUTE_TABLE;
      case "eni" -> ResourceType.NETWORK_INTERFACE;
      case "sg" -> ResourceType.SECURITY_GROUP;
      case "sgr" -> ResourceType.SECURITY_GROUP_RULE;
      case "vpce" -> ResourceType.VPC_ENDPOINT;
      case "vpce-svc" -> ResourceType.VPC_ENDPOINT_SERVICE;
      default -> throw ServiceError.client("InvalidID", "The ID '%s' is not valid".formatted(id));
    };
  }

  private Table<? extends Row> tables(ResourceType type) {
    return switch (type) {
      case VPC -> state.vpcs;
      case SUBNET -> state.subnets;
      case ROUTE_TABLE -> state.routeTables;
      case NETWORK_INTERFACE -> state.interfaces;
      case SECURITY_GROUP -> state.groups;
      case SECURITY_GROUP_RULE -> state.rules;
      case VPC_ENDPOINT -> state.endpoints;
      case VPC_ENDPOINT_SERVICE -> state.services;
      default -> throw new IllegalArgumentException("no resource here is a " + type);
    };
  }

  /** The ids of everything that the caller owns. */
  Stream<String> ownedBy(Caller caller) {
    return Stream.<Table<? extends Row>>of(
            state.vpcs,
            state.subnets,
            state.routeTables,
            state.interfaces,
            state.groups,
            state.rules,
            state.services,
            state.endpoints)
        .flatMap(table -> table.of(caller).stream())
        .map(Row::id);
  }

  /**
   * Checks that the caller owns the resource.
   *
   * @throws ServiceError that there is none of that kind, or InvalidID for an id of no kind
   */
  void check(String id, Caller caller) {
    if (ownedBy(caller).noneMatch(id::equals)) {
      throw tables(of(id)).missing(id);
    }
  }
}
