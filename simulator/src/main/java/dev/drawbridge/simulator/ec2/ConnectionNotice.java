package dev.drawbridge.simulator.ec2;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/**
 * What PrivateLink writes to a topic. AWS publishes no schema of it (UNCONFIRMED): a reader should
 * take it for a hint and list the connections.
 */
record ConnectionNotice(Endpoint endpoint, String event, Instant time) {
  String json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("eventType", event)
        .put("time", time.toString())
        .put("serviceId", endpoint.service().id())
        .put("serviceName", endpoint.service().name())
        .put("vpcEndpointId", endpoint.id())
        .put("vpcEndpointOwner", endpoint.owner().account())
        .put("vpcEndpointRegion", endpoint.owner().region())
        .toString();
  }
}
