package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route table.
 *
 * @param main whether it serves every subnet without a table of its own
 * @param subnetIds the subnets that are associated with it
 * @param internetGatewayId the gateway of its route 0.0.0.0/0; null in a private table
 */
record RouteTableRecord(
    String id,
    Caller owner,
    String vpcId,
    boolean main,
    List<String> subnetIds,
    @Nullable String internetGatewayId)
    implements Row {
  RouteTableRecord {
    subnetIds = List.copyOf(subnetIds);
  }
}
