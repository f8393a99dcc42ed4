package dev.drawbridge.inspection;

import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;

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

  /** The databases that a look has on record. */
  List<String> known() {
    return inspections.all().records().stream().map(InspectionRecord::databaseArn).toList();
  }

  /** One look. Calls: those of {@link Inspection}, and 1 to the table. */
  public Report of(String databaseArn) {
    List<InspectionRecord> held = inspections.all().records();
    return Report.of(
        databaseArn,
        inspection.of(databaseArn),
        held.stream().filter(each -> each.databaseArn().equals(databaseArn)).findFirst(),
        clock.instant(),
        Period.of(held.size()));
  }
}
