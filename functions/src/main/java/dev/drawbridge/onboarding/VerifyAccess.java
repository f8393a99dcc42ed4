package dev.drawbridge.onboarding;

import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.discovery.ApprovedDatabase;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.inspection.Finding;
import dev.drawbridge.inspection.Inspection;
import dev.drawbridge.inspection.Soundness;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the path from the provider's side, after acceptance: by the inspection, as every other
 * look does.
 *
 * <p>What time can mend (an endpoint on its way to available, a target without health yet) is
 * NotReady; what only a person can mend is a Conflict.
 */
public final class VerifyAccess extends Worker<VerifyAccess.Input, Access> {
  /**
   * Input of VerifyAccess.
   *
   * @param databaseResourceId what was approved; null in a run of an earlier release
   */
  public record Input(
      OnboardingKey key,
      String serviceId,
      String endpointId,
      @Nullable String databaseResourceId) {}

  private final Connections connections;
  private final Inspection inspection;
  private final ApprovedDatabase databases;

  public VerifyAccess() {
    this(Environment.lambda());
  }

  public VerifyAccess(Environment environment) {
    super(Input.class);
    this.connections = new Connections(environment.clients());
    this.inspection = new Inspection(environment);
    this.databases = new ApprovedDatabase(environment);
  }

  @Override
  public Access handle(Input input) {
    // The connection first: while it is not available, one call tells.
    Connection connection = connection(input);
    String approved = input.databaseResourceId();
    if (approved != null) {
      databases.require(input.key().databaseArn(), approved);
    }
    List<Finding> cuts =
        Soundness.cuts(inspection.of(input.key().databaseArn()), input.key().principal());
    if (!Soundness.lasting(cuts).isEmpty()) {
      throw new Conflict(Soundness.words(Soundness.lasting(cuts)));
    }
    if (!cuts.isEmpty()) {
      throw new NotReady(Soundness.words(cuts));
    }
    return new Access(
        connection.endpointId(),
        connection.ownerAccountId(),
        connection.state().awsName(),
        connection.dnsNames().getFirst(),
        connection.region(),
        List.of(
            "endpoint %s is available".formatted(connection.endpointId()),
            "its owner is account %s".formatted(connection.ownerAccountId()),
            "it is in %s".formatted(connection.region()),
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
}
