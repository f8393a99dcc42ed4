package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.rds.RdsService;
import java.util.List;

/** The policies that the benchmark compares. */
final class Policies {
  private Policies() {}

  static List<Policy> all() {
    return List.of(
        new Drawbridge("Drawbridge", 0),
        new Drawbridge("Drawbridge, every event lost", 1),
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
