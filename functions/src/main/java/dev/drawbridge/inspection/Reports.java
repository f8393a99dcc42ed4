package dev.drawbridge.inspection;

import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports on paths: by a look of its own, with what earlier looks have on record. */
public final class Reports {
  private final Inspections inspections;
  private final Inspection inspection;
  private final PeopleTopic people;
  private final int mails;
  private final InstantSource clock;

  public Reports(Environment environment) {
    this.inspections = Stores.inspections(environment);
    this.inspection = new Inspection(environment);
    this.people = Stores.people(environment);
    this.mails = environment.settings().mails();
    this.clock = environment.clock();
  }

  /** What earlier looks have on record. Calls: 1 to the table. */
  List<InspectionRecord> held() {
    return inspections.all().values();
  }

  /** Why what is told reaches nobody, or not everybody, in words. Calls: 1 to SNS. */
  public List<String> unheard() {
    return ofPeople().stream().map(Finding::text).toList();
  }

  /** Where SNS does not tell, that is all that is missing. */
  private List<Finding> ofPeople() {
    try {
      return PeopleFindings.of(people.subscriptions(), mails);
    } catch (RuntimeException failure) {
      return List.of(
          PeopleFindings.unknown(String.valueOf(ErrorTable.translate(failure).getMessage())));
    }
  }

  /** One look. Calls: those of {@link Inspection}, and 1 to SNS. */
  Report of(String databaseArn, List<InspectionRecord> held) {
    Optional<InspectionRecord> record = recordOf(databaseArn, held);
    return report(databaseArn, inspection.of(databaseArn, record), record, held.size());
  }

  /**
   * The same where these have been read. Calls: those of {@link Look}, 2 to the table and 1 to SNS.
   */
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
    List<Finding> all = Stream.concat(found.stream(), ofPeople().stream()).toList();
    return Report.of(databaseArn, all, record, clock.instant(), Period.of(databases));
  }
}
