package dev.drawbridge.inspection;

import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.TreeSet;
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
    TreeSet<String> exposed = new TreeSet<>(groups.exposed().keySet());
    List<InspectionRecord> held = reports.held();
    held.stream().map(InspectionRecord::databaseArn).forEach(exposed::add);
    return reports.of(meant(input.databaseIdentifier(), exposed.stream()), held);
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
