package dev.drawbridge.onboarding;

import dev.drawbridge.aws.ec2.IngressRules;
import dev.drawbridge.aws.elbv2.Routes;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the path from the provider's side, after acceptance.
 *
 * <p>What time can mend (an endpoint on its way to available, a target without health yet) is
 * NotReady; what only a person can mend is a Conflict.
 */
public final class VerifyAccess extends Worker<VerifyAccess.Input, Access> {
  /**
   * Input of VerifyAccess.
   *
   * @param rules what the database's security groups must let in
   */
  public record Input(
      OnboardingKey key,
      String serviceId,
      String endpointId,
      Database database,
      String loadBalancerArn,
      TargetGroups groups,
      List<IngressRule> rules) {

    public Input {
      rules = List.copyOf(rules);
    }
  }

  private final Connections connections;
  private final EndpointServices services;
  private final Routes routes;
  private final IngressRules ingress;

  public VerifyAccess() {
    this(Environment.lambda());
  }

  public VerifyAccess(Environment environment) {
    super(Input.class);
    this.connections = new Connections(environment.clients());
    this.services = new EndpointServices(environment.clients());
    this.routes = new Routes(environment.clients());
    this.ingress = new IngressRules(environment.clients());
  }

  @Override
  public Access handle(Input input) {
    // The connection first: while it is not available, one call tells.
    Connection connection = connection(input);
    checkService(input);
    checkRoutes(input);
    Set<IngressRule> missing = ingress.missing(input.rules());
    if (!missing.isEmpty()) {
      throw new Conflict("the database's security groups lack: " + missing);
    }
    return new Access(
        connection.endpointId(),
        connection.ownerAccountId(),
        connection.state().awsName(),
        connection.dnsNames().getFirst(),
        List.of(
            "endpoint %s is available".formatted(connection.endpointId()),
            "its owner is account %s".formatted(connection.ownerAccountId()),
            "the service accepts nobody by itself and admits no wildcard principal",
            "the load balancer is active; both ports lead to healthy targets of the database",
            "the database's security groups let the load balancer in"));
  }

  private Connection connection(Input input) {
    Connection found =
        EndpointFate.find(connections.of(List.of(input.serviceId())), input.endpointId())
            .orElseThrow(() -> new Conflict("endpoint %s is gone".formatted(input.endpointId())));
    if (!found.ownerAccountId().equals(input.key().consumerAccountId())) {
      throw new Conflict(
          "endpoint %s belongs to account %s, not to %s"
              .formatted(
                  found.endpointId(), found.ownerAccountId(), input.key().consumerAccountId()));
    }
    if (found.state().gone()) {
      throw new Conflict(
          "endpoint %s is %s".formatted(found.endpointId(), found.state().awsName()));
    }
    if (found.state() != ConnectionState.AVAILABLE || found.dnsNames().isEmpty()) {
      throw new NotReady(
          "endpoint %s is %s".formatted(found.endpointId(), found.state().awsName()));
    }
    return found;
  }

  private void checkService(Input input) {
    EndpointService service =
        services
            .find(input.serviceId())
            .orElseThrow(
                () -> new Conflict("endpoint service %s is gone".formatted(input.serviceId())));
    if (!service.acceptanceRequired()) {
      throw new Conflict(
          "endpoint service %s accepts every endpoint by itself".formatted(service.serviceId()));
    }
    if (!service.loadBalancerArns().equals(List.of(input.loadBalancerArn()))) {
      throw new Conflict(
          "endpoint service %s stands on %s"
              .formatted(service.serviceId(), service.loadBalancerArns()));
    }
    List<String> principals = services.principals(input.serviceId());
    String expected = input.key().principal();
    if (principals.stream().anyMatch(principal -> principal.contains("*"))
        || !principals.contains(expected)) {
      throw new Conflict(
          "endpoint service %s admits %s; expected are %s and no wildcard"
              .formatted(service.serviceId(), principals, expected));
    }
  }

  private void checkRoutes(Input input) {
    String state = routes.state(input.loadBalancerArn());
    if (!state.equals("active")) {
      throw new NotReady("load balancer %s is %s".formatted(input.loadBalancerArn(), state));
    }
    Map<Integer, List<String>> forwards = routes.forwards(input.loadBalancerArn());
    requireRoute(forwards, input.database().writerPort(), input.groups().writerArn());
    requireRoute(forwards, input.database().readerPort(), input.groups().readerArn());
  }

  private void requireRoute(Map<Integer, List<String>> forwards, int port, String groupArn) {
    List<String> led = forwards.getOrDefault(port, List.of());
    if (!led.equals(List.of(groupArn))) {
      throw new Conflict("port %d leads to %s, not to %s".formatted(port, led, groupArn));
    }
    if (routes.healthy(groupArn) == 0) {
      throw new NotReady("target group %s has no healthy target".formatted(groupArn));
    }
  }
}
