package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.ListenerRecord.Share;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;

record ModifyListener(ElbState state, Registrations registrations)
    implements Operation<ModifyListenerRequest, ModifyListenerResponse> {
  @Override
  public ModifyListenerResponse handle(ModifyListenerRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    ListenerRecord old = state.listeners.require(request.listenerArn(), caller);
    LoadBalancerRecord loadBalancer = state.loadBalancers.require(old.loadBalancerArn(), caller);
    if (request.protocolAsString() != null) {
      CreateListener.checkProtocol(request.protocolAsString(), List.of("TCP", "TLS"));
    }
    Optional<TlsTerms> tls = TlsTerms.after(old, request, caller);
    int port = request.port() == null ? old.port() : CreateListener.checkedPort(request.port());
    if (!state
        .listeners
        .where(
            each ->
                !each.arn().equals(old.arn())
                    && each.loadBalancerArn().equals(old.loadBalancerArn())
                    && each.port() == port)
        .isEmpty()) {
      throw CreateListener.duplicate();
    }
    List<Share> forward =
        request.defaultActions().isEmpty()
            ? old.forward()
            : new Forwarding(state).read(request.defaultActions(), loadBalancer, caller);
    ListenerRecord changed =
        new ForwardChange(state, registrations).apply(old.ending(tls), port, forward);
    return ModifyListenerResponse.builder().listeners(new Shapes(state).listener(changed)).build();
  }
}
