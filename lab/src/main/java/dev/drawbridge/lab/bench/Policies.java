package dev.drawbridge.lab.bench;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.elbv2.WeightSettings;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.RdsSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The policies that the benchmark compares. */
final class Policies {
  private Policies() {}

  static List<Policy> all() {
    return Stream.concat(drawbridge(), rivals()).toList();
  }

  private static Stream<Policy> drawbridge() {
    Drawbridge classic = Drawbridge.classic();
    Settings published = Settings.published();
    WeightSettings unchecked = published.elb().weights().unchecked();
    return Stream.of(
        classic,
        // Of one instance there is nothing to keep warm.
        classic.called("Drawbridge, warm").warm().on(Kind.AURORA, Kind.MULTI_AZ_CLUSTER),
        classic
            .called("Drawbridge, warm, if AWS does not check groups of weight 0")
            .warm()
            .in(published.elb(published.elb().weights(unchecked)))
            .on(Kind.AURORA),
        classic
            .called("Drawbridge, every invocation cold")
            .in(published.lambda(published.lambda().recycling(1))),
        classic.called("Drawbridge, every event lost").losingEvents(),
        classic
            .called("Drawbridge, second failover half-way")
            .through(Course.SECOND_HALF_WAY)
            .on(Kind.AURORA, Kind.MULTI_AZ_CLUSTER),
        classic
            .called("Drawbridge, DNS never agrees")
            .in(silentDns(published))
            // Only there the name of an instance leads to another address.
            .on(Kind.MULTI_AZ_INSTANCE));
  }

  private static Settings silentDns(Settings published) {
    RdsSettings rds = published.rds();
    Spread never = Spread.exactly(Duration.ofDays(365));
    return published.rds(rds.multiAzInstance(rds.multiAzInstance().dnsLag(never)));
  }

  private static Stream<Policy> rivals() {
    return Stream.of(
        new Rival(
            "one look-up every 5 minutes",
            "the recipe nicoleepaixao/aws-cross-account-rds-privatelink",
            true,
            false,
            Policies::writerName),
        new Rival(
            "one look-up an event, no schedule",
            "aws-samples/cross-account-rds-access",
            false,
            true,
            Policies::writerName),
        new Rival(
            "instance name, events and every 5 minutes",
            "MaterializeInc/terraform-aws-rds-privatelink",
            true,
            true,
            Policies::firstInstanceName));
  }

  /** The cluster endpoint, or the instance's own name where there is no cluster. */
  private static String writerName(Exposure exposure) {
    RdsService rds = rds(exposure);
    return rds.instances(exposure.database()).getFirst().cluster().isPresent()
        ? rds.writerEndpoint(exposure.database())
        : rds.endpoint(exposure.database());
  }

  /** The instance that was the writer when it was set up. */
  private static String firstInstanceName(Exposure exposure) {
    return rds(exposure).endpoint(rds(exposure).instances(exposure.database()).getFirst().id());
  }

  private static RdsService rds(Exposure exposure) {
    return exposure.scenario().world().rds();
  }
}
