package dev.drawbridge.inspection;

import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says how the path of a database stands, in words and as JSON, by a look of its own. Changes
 * nothing. Calls: 2 to find which database is meant, those of {@link Inspection}, 1 to the table.
 */
public final class InspectExposure extends Worker<InspectExposure.Input, Report> {
  /**
   * Input of InspectExposure.
   *
   * @param databaseIdentifier an identifier or an ARN
   */
  public record Input(String databaseIdentifier) {}

  private final Groups groups;
  private final Reports reports;

  public InspectExposure() {
    this(Environment.lambda());
  }

  public InspectExposure(Environment environment) {
    super(Input.class);
    this.groups = new Groups(environment.clients());
    this.reports = new Reports(environment);
  }

  @Override
  public Report handle(Input input) {
    List<InspectionRecord> held = reports.held();
    return reports.of(meant(input.databaseIdentifier(), held), held);
  }

  /** Of what no look has seen yet AWS alone knows. Calls: none, and 2 for such a one. */
  private String meant(String asked, List<InspectionRecord> held) {
    List<String> known = bearing(asked, held.stream().map(InspectionRecord::databaseArn));
    List<String> found =
        known.isEmpty() ? bearing(asked, groups.exposed().keySet().stream()) : known;
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new InvalidRequest(
        "databaseIdentifier",
        found.isEmpty()
            ? "\"%s\" is not exposed; name a database that is".formatted(asked)
            : "\"%s\" may be %s; give the ARN".formatted(asked, String.join(" or ", found)));
  }

  private static List<String> bearing(String asked, Stream<String> exposed) {
    return exposed
        .filter(arn -> arn.equals(asked) || DatabaseArn.nameIn(arn).equalsIgnoreCase(asked))
        .sorted()
        .toList();
  }
}
