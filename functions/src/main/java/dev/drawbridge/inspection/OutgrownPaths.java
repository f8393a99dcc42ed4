package dev.drawbridge.inspection;

import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Paths whose database has got a port, a security group or a subnet that no look has seen: a
 * refresh follows it there at once, and only a look finds that nobody lets the load balancer in.
 */
public final class OutgrownPaths {
  private final Inspections inspections;

  /** In that environment. */
  public OutgrownPaths(Environment environment) {
    this.inspections = Stores.inspections(environment);
  }

  /**
   * Has each of them looked at in the next minute, unless it is anyway. Calls: 1, and 1 for each.
   */
  public void hasten(
      Map<String, Exposure> exposures,
      Function<Exposure, Optional<DatabaseFacts>> shown,
      Instant now) {
    inspections.all().values().stream()
        .filter(record -> record.nextAt().isAfter(now.plus(Turn.SOON)))
        .filter(
            record ->
                Optional.ofNullable(exposures.get(record.databaseArn()))
                    .filter(exposure -> exposure.absence() == null)
                    .flatMap(shown)
                    .filter(record::outgrownBy)
                    .isPresent())
        .map(InspectionRecord::databaseArn)
        .forEach(arn -> inspections.hasten(arn, now));
  }
}
