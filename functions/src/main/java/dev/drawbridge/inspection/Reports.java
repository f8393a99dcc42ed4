package dev.drawbridge.inspection;

import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reports on paths: by a look of its own, with what earlier looks have on record. */
public final class Reports {
  private final Inspections inspections;
  private final Inspection inspection;
  private final InstantSource clock;

  public Reports(Environment environment) {
    this.inspections = Stores.inspections(environment);
    this.inspection = new Inspection(environment);
    this.clock = environment.clock();
  }

  /** What earlier looks have on record. Calls: 1 to the table. */
  List<InspectionRecord> held() {
    return inspections.all().records();
  }

  /** One look. Calls: those of {@link Inspection}. */
  Report of(String databaseArn, List<InspectionRecord> held) {
    Optional<InspectionRecord> record = recordOf(databaseArn, held);
    return report(databaseArn, inspection.of(databaseArn, record), record, held.size());
  }

  /** The same where these have been read. Calls: those of {@link Look}, and 2 to the table. */
  public Report of(Exposure exposure, ItemsRead<Claim> claims) {
    List<InspectionRecord> held = held();
    Optional<InspectionRecord> record = recordOf(exposure.databaseArn(), held);
    return report(
        exposure.databaseArn(), inspection.of(exposure, claims, record), record, held.size());
  }

  private static Optional<InspectionRecord> recordOf(
      String databaseArn, List<InspectionRecord> held) {
    return held.stream().filter(each -> each.databaseArn().equals(databaseArn)).findFirst();
  }

  private Report report(
      String databaseArn, List<Finding> found, Optional<InspectionRecord> record, int databases) {
    return Report.of(databaseArn, found, record, clock.instant(), Period.of(databases));
  }
}
