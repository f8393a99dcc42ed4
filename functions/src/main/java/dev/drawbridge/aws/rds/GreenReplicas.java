package dev.drawbridge.aws.rds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.BlueGreenDeployment;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * Which read replicas of an instance are somebody's staging environment. RDS makes the green
 * instance of a blue/green deployment as a read replica of the blue one ("Overview of Amazon RDS
 * Blue/Green Deployments"; its task is CREATING_READ_REPLICA_OF_SOURCE), with another version,
 * parameters or schema, as its owner tries them out. Until it has been switched over nobody reads
 * from it. UNCONFIRMED that the blue one names it among its replicas; where it does not, nothing is
 * left out.
 *
 * <p>RDS appends {@code -green-} and random characters to the names of what it copies. Anybody may
 * call a replica so, {@code orders-green-reader} for example: the deployments decide. Calls: 1 by
 * pages where a replica is called so, for as many databases as are asked about; else none.
 */
final class GreenReplicas {
  private static final String GREEN = "-green-";

  private final RdsClient rds;
  private @Nullable List<BlueGreenDeployment> open;

  GreenReplicas(RdsClient rds) {
    this.rds = rds;
  }

  /** The names of an instance's replicas in its region, those left out. */
  List<String> readersOf(DBInstance primary) {
    return Translation.localReplicas(primary).stream()
        .filter(name -> !maybe(name) || !staged(primary, name))
        .toList();
  }

  /** Whether only the deployments can say. */
  static boolean maybe(String name) {
    return name.contains(GREEN);
  }

  private boolean staged(DBInstance primary, String name) {
    String source = primary.dbInstanceArn();
    String arn = source.substring(0, source.lastIndexOf(':') + 1) + name;
    return open().stream().anyMatch(each -> stages(each, source, arn));
  }

  /** While it is provisioned a deployment may not show its target yet. */
  private static boolean stages(BlueGreenDeployment deployment, String source, String replica) {
    String target = deployment.target();
    boolean unnamed = target == null || target.isEmpty();
    boolean member =
        deployment.switchoverDetails().stream()
            .anyMatch(each -> replica.equals(each.targetMember()));
    return replica.equals(target) || (source.equals(deployment.source()) && (unnamed || member));
  }

  private List<BlueGreenDeployment> open() {
    if (open == null) {
      open =
          rds.describeBlueGreenDeploymentsPaginator(r -> {}).blueGreenDeployments().stream()
              .filter(each -> !BlueGreenDeployments.COMPLETED.equals(each.status()))
              .toList();
    }
    return open;
  }
}
