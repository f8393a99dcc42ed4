package dev.drawbridge.inspection;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.plan.Quotas;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a path and judges it: calls of {@link Look}, and 3 to the table. */
public final class Inspection {
  private final Exposures exposures;
  private final Claims claims;
  private final LiveApprovals live;
  private final Look look;
  private final Quotas quotas;

  public Inspection(Environment environment) {
    this.exposures = Stores.exposures(environment);
    this.claims = Stores.claims(environment);
    this.live = Stores.liveApprovals(environment);
    this.look = new Look(environment);
    this.quotas = environment.settings().quotas();
  }

  /** All that is wrong with the path of a database now. */
  public List<Finding> of(String databaseArn) {
    return of(databaseArn, Optional.empty());
  }

  /** The same for who knows what earlier looks have found. */
  List<Finding> of(String databaseArn, Optional<InspectionRecord> record) {
    return of(exposures.findOrFirst(databaseArn), claims.eachOfDatabase(databaseArn), record);
  }

  /** The same where the exposure and its claims have been read. Calls: 2 less. */
  List<Finding> of(Exposure exposure, ItemsRead<Claim> of, Optional<InspectionRecord> record) {
    ItemsRead<LiveApproval> yeses = live.eachOfDatabase(exposure.databaseArn());
    List<String> unread = Stream.concat(of.faults().stream(), yeses.faults().stream()).toList();
    Expected expected = Expected.of(exposure, of.values(), yeses.values(), unread, quotas);
    PathSeen seen = look.at(exposure, Look.Earlier.ofReader(record));
    List<Finding> found = Findings.of(expected, seen);
    return Stream.concat(
            found.stream(),
            record.stream().flatMap(held -> NearlyFull.still(held, found, expected, seen).stream()))
        .toList();
  }
}
