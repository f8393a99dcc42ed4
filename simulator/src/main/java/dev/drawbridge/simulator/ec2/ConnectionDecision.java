package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * What accepting and rejecting endpoint connections have in common.
 *
 * @param from the states that it can be decided in
 * @param effect what it does to an endpoint
 */
record ConnectionDecision(
    Ec2State state, Predicate<EndpointState> from, Consumer<Endpoint> effect) {

  /** Decides each of the endpoints; gives those that could not be decided. */
  List<UnsuccessfulItem> decide(
      Caller caller, @Nullable Boolean dryRun, String serviceId, List<String> endpointIds) {
    DryRun.check(dryRun);
    EndpointService service = state.services.require(serviceId, caller);
    return EndpointServices.each(endpointIds, id -> decide(service, id));
  }

  private void decide(EndpointService service, String id) {
    Endpoint endpoint =
        state
            .endpoints
            .find(id)
            .filter(each -> each.service().id().equals(service.id()))
            .orElseThrow(() -> state.endpoints.missing(id));
    if (!from.test(endpoint.state())) {
      throw ServiceError.client(
          "InvalidState", "VPC endpoint %s is in state %s".formatted(id, endpoint.state().wire()));
    }
    effect.accept(endpoint);
  }
}
