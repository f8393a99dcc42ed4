package dev.drawbridge.inspection;

import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says how the path of a database stands, in words and as JSON, by a look of its own. Changes
 * nothing. Calls: 2 to find which database is meant, those of {@link Look}, 3 to the table.
 */
public final class InspectExposure extends Worker<InspectExposure.Input, Report> {
  /**
   * Input of InspectExposure.
   *
   * @param databaseIdentifier an identifier or an ARN
   */
  public record Input(String databaseIdentifier) {}

  private final Groups groups;
  private final Inspections inspections;
  private final Inspection inspection;
  private final InstantSource clock;

  public InspectExposure() {
    this(Environment.lambda());
  }

  public InspectExposure(Environment environment) {
    super(Input.class);
    this.groups = new Groups(environment.clients());
    this.inspections = Stores.inspections(environment);
    this.inspection = new Inspection(environment);
    this.clock = environment.clock();
  }

  @Override
  public Report handle(Input input) {
    List<InspectionRecord> held = inspections.all().records();
    TreeSet<String> exposed = new TreeSet<>(groups.exposed().keySet());
    held.stream().map(InspectionRecord::databaseArn).forEach(exposed::add);
    String arn = meant(input.databaseIdentifier(), exposed.stream());
    return Report.of(
        arn,
        inspection.of(arn),
        held.stream().filter(record -> record.databaseArn().equals(arn)).findFirst(),
        clock.instant(),
        Period.of(exposed.size()));
  }

  private static String meant(String asked, Stream<String> exposed) {
    List<String> found =
        exposed
            .filter(arn -> arn.equals(asked) || DatabaseArn.nameIn(arn).equalsIgnoreCase(asked))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new InvalidRequest(
        "databaseIdentifier",
        found.isEmpty()
            ? "\"%s\" is not exposed; name a database that is".formatted(asked)
            : "\"%s\" may be %s; give the ARN".formatted(asked, String.join(" or ", found)));
  }
}
