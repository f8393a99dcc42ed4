package dev.drawbridge.lab.gameday;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.lab.process.LabException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

/** Opens a path for the test consumer, as anybody does: ask, create an endpoint, await a yes. */
final class PathMaking {
  private static final Set<String> NOTHING = Set.of("DENIED", "EXPIRED", "FAILED", "BROKEN_OFF");

  private final DrawbridgeApi api;
  private final Ec2Client consumer;
  private final Watch watch;
  private final Measurements measurements;
  private final Consumer<String> say;
  private @Nullable Instant pending;
  private boolean provisioning;
  private boolean available;

  PathMaking(
      DrawbridgeApi api,
      Ec2Client consumer,
      Watch watch,
      Measurements measurements,
      Consumer<String> say) {
    this.api = api;
    this.consumer = consumer;
    this.watch = watch;
    this.measurements = measurements;
    this.say = say;
  }

  /**
   * Opens it.
   *
   * @param request of the onboarding
   * @throws LabException if it does not come about
   */
  Path open(Plan plan, ObjectNode request, Balancer balancer) {
    String id = api.call("POST", "/onboardings", request).path("id").asText();
    say.accept("onboarding " + id + " is asked for");
    watch.until("the endpoint service", () -> waitsForConsumer(id, balancer));
    String endpoint = createEndpoint(plan, onboarding(id).path("serviceName").asText());
    Instant created = watch.now();
    watch.until("the question", () -> onboarding(id).has("approvalId"));
    measurements.atMost(
        "ec2.endpoints.notice",
        Duration.between(created, watch.now()),
        "from CreateVpcEndpoint to Drawbridge's question, Drawbridge's own part in it");
    String approval = onboarding(id).path("approvalId").asText();
    say.accept("a person has to answer now: ./drawbridge approve " + approval + ", or the page");
    watch.until("the end of the onboarding", () -> onboarded(id, endpoint));
    say.accept("onboarding " + id + " is ONBOARDED");
    return new Path(id, endpoint, onboarding(id).path("result"));
  }

  /** Takes the endpoint away and orders the end of the path. */
  void close(Path path) {
    consumer.deleteVpcEndpoints(r -> r.vpcEndpointIds(path.endpoint()));
    Instant ordered = watch.now();
    watch.until("the end of the endpoint", () -> gone(path.endpoint()));
    measurements.measured(
        "ec2.endpoints.deleting",
        Duration.between(ordered, watch.now()),
        "from DeleteVpcEndpoints to its being gone");
    api.call("DELETE", "/onboardings/" + path.onboarding());
    say.accept(
        "endpoint %s is gone, and the end of %s is ordered: ./drawbridge status %s"
            .formatted(path.endpoint(), path.onboarding(), path.onboarding()));
  }

  private boolean waitsForConsumer(String id, Balancer balancer) {
    lookAt(balancer);
    return status(id).equals("WAITING_FOR_CONSUMER");
  }

  /** Only of a load balancer that was seen being made. */
  private void lookAt(Balancer balancer) {
    balancer
        .found()
        .ifPresent(
            found -> {
              if (found.state().code() == LoadBalancerStateEnum.PROVISIONING) {
                provisioning = true;
              } else if (provisioning) {
                provisioning = false;
                measurements.measured(
                    "elb.delays.provisioning",
                    Duration.between(found.createdTime(), watch.now()),
                    "from CreatedTime to the state active");
              }
            });
  }

  private String createEndpoint(Plan plan, String service) {
    String id =
        consumer
            .createVpcEndpoint(
                r ->
                    r.vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName(service)
                        .vpcId(plan.vpc())
                        .subnetIds(plan.subnets())
                        .securityGroupIds(plan.securityGroups()))
            .vpcEndpoint()
            .vpcEndpointId();
    Instant created = watch.now();
    watch.until("endpoint " + id, () -> endpoint(id).isPresent());
    measurements.atMost(
        "ec2.consistencyLag",
        Duration.between(created, watch.now()),
        "from the answer of CreateVpcEndpoint to the first DescribeVpcEndpoints that knows it");
    say.accept("endpoint " + id + " is made to " + service);
    return id;
  }

  private boolean onboarded(String id, String endpointId) {
    String state = endpoint(endpointId).map(VpcEndpoint::stateAsString).orElse("");
    if (state.equalsIgnoreCase("pending") && pending == null) {
      pending = watch.now();
    }
    if (state.equalsIgnoreCase("available") && pending != null && !available) {
      available = true;
      measurements.measured(
          "ec2.endpoints.pending",
          Duration.between(pending, watch.now()),
          "from the endpoint's state pending to available");
    }
    return status(id).equals("ONBOARDED");
  }

  private String status(String id) {
    JsonNode onboarding = onboarding(id);
    String status = onboarding.path("status").asText();
    if (NOTHING.contains(status)) {
      throw new LabException(
          "the onboarding has come to nothing: %s: %s"
              .formatted(
                  status, onboarding.path("failure").asText(onboarding.path("stands").asText())));
    }
    return status;
  }

  private JsonNode onboarding(String id) {
    return api.call("GET", "/onboardings/" + id);
  }

  private boolean gone(String id) {
    return endpoint(id)
        .map(VpcEndpoint::stateAsString)
        .filter(state -> !state.equalsIgnoreCase("deleted"))
        .isEmpty();
  }

  private Optional<VpcEndpoint> endpoint(String id) {
    try {
      return consumer.describeVpcEndpoints(r -> r.vpcEndpointIds(id)).vpcEndpoints().stream()
          .findFirst();
    } catch (Ec2Exception e) {
      if (e.awsErrorDetails().errorCode().equals("InvalidVpcEndpointId.NotFound")) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
