package dev.drawbridge.lab.bench;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.RdsSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The policies that the benchmark compares. */
final class Policies {
  private Policies() {}

  static List<Policy> all() {
    return Stream.of(drawbridge(), instancePorts(), rivals()).flatMap(each -> each).toList();
  }

  private static Stream<Policy> drawbridge() {
    Drawbridge usual = Drawbridge.byDefault();
    Settings published = Settings.published();
    return Stream.of(
        usual,
        usual
            .called("Drawbridge, every invocation cold")
            .in(published.lambda(published.lambda().recycling(1))),
        usual.called("Drawbridge, every event lost").losingEvents(),
        usual
            .called("Drawbridge, second failover half-way")
            .through(Course.SECOND_HALF_WAY)
            .on(Kind.AURORA, Kind.MULTI_AZ_CLUSTER),
        usual
            .called("Drawbridge, DNS never agrees")
            .in(silentDns(published))
            // Only there the name of an instance leads to another address.
            .on(Kind.MULTI_AZ_INSTANCE));
  }

  private static Stream<Policy> instancePorts() {
    return Stream.of(
        new InstancePorts(
            "Drawbridge, instance ports, dead hosts refuse",
            "register",
            () -> HostListClient.REFUSED,
            true),
        new InstancePorts(
            "Drawbridge, instance ports, dead hosts silent, time-out 2 s",
            "register",
            () -> HostListClient.SILENT,
            true),
        new InstancePorts(
            "Drawbridge, instance ports, every worker stopped",
            "register",
            () -> HostListClient.REFUSED,
            false),
        new InstancePorts(
            "Drawbridge, repoint (UNCONFIRMED: 75 s to follow)",
            "repoint",
            () -> Client.WRITER_PORT,
            true),
        new InstancePorts(
            "Drawbridge, repoint, sessions that stay", "repoint", KeptSession::new, true),
        new InstancePorts("Drawbridge, sessions that stay", "register", KeptSession::new, true));
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
        ? rds.writerName(exposure.database())
        : rds.instanceName(exposure.database());
  }

  /** The instance that was the writer when it was set up. */
  private static String firstInstanceName(Exposure exposure) {
    return rds(exposure).instanceName(rds(exposure).instances(exposure.database()).getFirst().id());
  }

  private static RdsService rds(Exposure exposure) {
    return exposure.scenario().world().rds();
  }
}
