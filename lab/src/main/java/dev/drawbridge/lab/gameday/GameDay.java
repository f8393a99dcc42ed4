package dev.drawbridge.lab.gameday;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.runtime.NameResolver;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A path for a test consumer and, if it is wanted, a failover; both in a real account, or in a lab
 * that answers as AWS does. It has never been run on AWS.
 *
 * @param published the failover on the virtual clock to compare with
 * @param say takes each line for people
 */
public record GameDay(
    AwsAccount provider,
    AwsAccount consumer,
    DrawbridgeApi api,
    NameResolver names,
    Optional<WriteProbe> probe,
    Supplier<PublishedFailover> published,
    Consumer<String> say) {

  /** Only looks; tells whether a game day could begin. */
  public boolean check(Plan plan) {
    List<Check> checks = new Checks(provider, consumer, api).all(plan);
    checks.stream().map(Check::line).forEach(say);
    return checks.stream().noneMatch(Check::stops);
  }

  /**
   * Does all of it. What was made is taken away again, unless the plan keeps it.
   *
   * @param request of the onboarding
   * @throws LabException if anything does not come about; what was made by then stays
   */
  public void run(Plan plan, ObjectNode request, Watch watch) {
    ClusterSeen cluster = ClusterSeen.of(provider.clients().rds(), plan.cluster());
    if (plan.failOver()) {
      cluster.requireMeantForIt();
    }
    Balancer balancer = new Balancer(provider.clients().elb(), cluster.arn());
    Measurements measurements = new Measurements();
    PathMaking making = new PathMaking(api, consumer.clients().ec2(), watch, measurements, say);
    Path path = making.open(plan, request, balancer);
    say.accept("write to %s:%d".formatted(host(path, "writer"), port(path, "writer")));
    say.accept("read from %s:%d".formatted(host(path, "reader"), port(path, "reader")));
    new Machines(provider.clients().states()).measure(path.onboarding(), measurements);
    if (plan.failOver()) {
      say.accept("cluster %s is failed over".formatted(plan.cluster()));
      String table =
          new FailoverTrial(provider, watch, names, probe)
              .run(plan.cluster(), balancer, measurements, published);
      say.accept(table);
    } else {
      say.accept("nothing was failed over: say --fail-over " + plan.cluster() + " if it is meant");
    }
    if (plan.keep()) {
      say.accept("the path stays; it ends with ./drawbridge offboard " + path.onboarding());
    } else {
      making.close(path);
    }
    measurements.table().forEach(say);
  }

  private static String host(Path path, String role) {
    return path.result().path(role).path("host").asText();
  }

  private static int port(Path path, String role) {
    return path.result().path(role).path("port").asInt();
  }
}
