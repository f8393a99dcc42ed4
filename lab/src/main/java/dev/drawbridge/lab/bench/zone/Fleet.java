package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Many clusters of one writer and two readers, each exposed by its owner. */
final class Fleet {
  /** Load balancers and security groups are raised so far: an account gets more when it asks. */
  private static final int RAISED = 5000;

  /** Two groups for a database, and one for each of its instances. */
  private static final int GROUPS = 5 * RAISED;

  /** A load balancer has one in each zone. */
  private static final int INTERFACES = 3 * RAISED;

  private static final Duration PATIENCE = Duration.ofHours(6);

  private Fleet() {}

  /** A world that has room for so many databases; it is not throttled yet. */
  static Scenario world(long seed) {
    Settings published = Settings.published();
    Scenario scenario =
        Scenario.wide(
            seed,
            published
                .elb(
                    published
                        .elb()
                        .quotas(published.elb().quotas().raised(RAISED, INTERFACES, GROUPS)))
                .ec2(published.ec2().quotas(published.ec2().quotas().groupsPerRegion(RAISED))));
    scenario
        .installation()
        .quotas(
            "loadBalancers=%d targetGroups=%d endpointServices=%d"
                .formatted(RAISED, GROUPS, RAISED));
    return scenario;
  }

  /**
   * Sets up and exposes so many clusters, all at once.
   *
   * @throws IllegalStateException if one cannot be exposed
   */
  static List<Cluster> expose(Scenario scenario, int count, Mode mode) {
    List<DbId> databases = IntStream.range(0, count).mapToObj(i -> database(scenario, i)).toList();
    List<Onboarding> runs =
        databases.stream()
            .map(
                each -> scenario.startByHand(mode.request(RequestText.ofOwner(each.name())).json()))
            .toList();
    for (Onboarding run : runs) {
      DescribeExecutionResponse end = run.end(PATIENCE);
      if (end.status() != ExecutionStatus.SUCCEEDED) {
        throw new IllegalStateException("not exposed: %s: %s".formatted(end.error(), end.cause()));
      }
    }
    return databases.stream().map(each -> new Cluster(scenario, each)).toList();
  }

  /** Guarded by a group of its own: a group holds too few rules for all load balancers. */
  private static DbId database(Scenario scenario, int number) {
    String name = "orders-%04d".formatted(number);
    SecurityGroupRecord group =
        scenario.world().ec2().createSecurityGroup(scenario.provider().vpc(), name, name);
    return scenario
        .provider()
        .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(2), group);
  }
}
