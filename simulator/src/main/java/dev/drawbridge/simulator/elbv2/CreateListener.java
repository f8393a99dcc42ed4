package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.ListenerRecord.Share;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;

/** Idempotent by port and action. */
record CreateListener(ElbState state, Registrations registrations)
    implements Operation<CreateListenerRequest, CreateListenerResponse> {
  /** What a network load balancer listens with. */
  private static final List<String> PROTOCOLS =
      List.of("TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC");

  @Override
  public CreateListenerResponse handle(CreateListenerRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    LoadBalancerRecord loadBalancer =
        state.loadBalancers.require(request.loadBalancerArn(), caller);
    int port = checkedPort(request.port());
    checkProtocol(request.protocolAsString(), List.of("TCP"));
    Combinations.plainTcp(request.sslPolicy(), request.certificates(), request.alpnPolicy());
    List<Share> forward =
        new Forwarding(state).read(request.defaultActions(), loadBalancer, caller);
    List<ListenerRecord> present =
        state.listeners.where(each -> each.loadBalancerArn().equals(loadBalancer.arn()));
    Optional<ListenerRecord> same =
        present.stream().filter(each -> each.port() == port).findFirst();
    if (same.isPresent() && !same.get().forward().equals(forward)) {
      throw duplicate();
    }
    if (same.isEmpty() && present.size() >= state.settings.quotas().listenersPerLoadBalancer()) {
      throw ServiceError.client(
          "TooManyListeners", "The maximum number of listeners has been reached");
    }
    ListenerRecord made =
        same.orElseGet(() -> create(request, loadBalancer, port, forward, caller));
    return CreateListenerResponse.builder().listeners(new Shapes(state).listener(made)).build();
  }

  private ListenerRecord create(
      CreateListenerRequest request,
      LoadBalancerRecord loadBalancer,
      int port,
      List<Share> forward,
      Caller caller) {
    List<String> fresh =
        forward.stream()
            .map(Share::targetGroupArn)
            .filter(arn -> state.loadBalancerOf(arn).isEmpty())
            .toList();
    String path =
        "listener/net/%s/%s/%s"
            .formatted(loadBalancer.name(), loadBalancer.suffix(), state.suffix());
    ListenerRecord made =
        state.listeners.put(
            new ListenerRecord(
                caller.arn("elasticloadbalancing", path),
                caller,
                loadBalancer.arn(),
                port,
                Optional.empty(),
                forward,
                List.of(new ListenerRecord.Change(forward, state.scheduler.now())),
                Attributes.LISTENER.defaults()));
    request.tags().forEach(tag -> state.tags(made.arn()).put(tag.key(), tag.value()));
    registrations.attached(fresh);
    return made;
  }

  static ServiceError duplicate() {
    return ServiceError.client(
        "DuplicateListener", "A listener already exists on this port for this load balancer");
  }

  static int checkedPort(@Nullable Integer port) {
    if (port == null) {
      throw ServiceError.client("ValidationError", "A listener port must be specified");
    }
    return port;
  }

  static void checkProtocol(@Nullable String protocol, List<String> modelled) {
    if (protocol == null) {
      throw ServiceError.client("ValidationError", "A listener protocol must be specified");
    }
    if (!PROTOCOLS.contains(protocol)) {
      throw ServiceError.client(
          "ValidationError",
          "Listener protocol '%s' must be one of '%s'"
              .formatted(protocol, String.join(", ", PROTOCOLS)));
    }
    if (!modelled.contains(protocol)) {
      throw ServiceError.client(
          "UnsupportedProtocol",
          "This simulator models listeners of protocol %s."
              .formatted(String.join(" and ", modelled)));
    }
  }
}
