package dev.drawbridge.aws.rds;

import dev.drawbridge.aws.Clients;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.BlueGreenDeployment;
import software.amazon.awssdk.services.rds.model.BlueGreenDeploymentNotFoundException;

/** Blue/green deployments: which database takes the place of which. */
public final class BlueGreenDeployments {
  static final String COMPLETED = "SWITCHOVER_COMPLETED";

  private final RdsClient rds;

  public BlueGreenDeployments(Clients clients) {
    this.rds = clients.rds();
  }

  /**
   * The ARN of the database that a completed switchover has put in the place of the one that now
   * bears {@code source}. UNCONFIRMED that AWS names both by their ARNs of after the switchover, as
   * its examples do, and what it shows once the new one has been renamed.
   */
  public Optional<String> successor(String source) {
    return rds.describeBlueGreenDeploymentsPaginator(r -> {}).blueGreenDeployments().stream()
        .filter(deployment -> COMPLETED.equals(deployment.status()))
        .filter(deployment -> source.equals(deployment.source()))
        .map(BlueGreenDeployment::target)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /**
   * The ARNs of both databases of a deployment, the second one once RDS shows it; empty if it has
   * been deleted.
   */
  public List<String> databases(String deploymentArn) {
    String id = deploymentArn.substring(deploymentArn.lastIndexOf(':') + 1);
    try {
      return rds
          .describeBlueGreenDeployments(r -> r.blueGreenDeploymentIdentifier(id))
          .blueGreenDeployments()
          .stream()
          .flatMap(deployment -> Stream.of(deployment.source(), deployment.target()))
          .filter(Objects::nonNull)
          .toList();
    } catch (BlueGreenDeploymentNotFoundException gone) {
      return List.of();
    }
  }
}
