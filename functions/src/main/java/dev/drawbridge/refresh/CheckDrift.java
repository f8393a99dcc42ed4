package dev.drawbridge.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Fingerprints;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.aws.lambda.WarmFunctions;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.inspection.OutgrownPaths;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds, every minute, the databases whose targets have fallen behind, for events that never come,
 * and starts refresh-targets for these only. It also keeps those workers warm, and their versions
 * alive, that start from a snapshot: also while nothing is exposed, or the first onboarding after a
 * quiet fortnight would be refused. A path that leads to another database is refreshed even where
 * nothing else is to be done: one that is stopped for hours keeps its targets, and RDS may give
 * their addresses away. What is on hold is refreshed only then.
 *
 * <p>Calls: 2 to RDS for all databases together (by pages), 1 more while a replica of one may be
 * green, and every five minutes, or after one that could not be checked, 2 to list what is exposed;
 * 1 a target group of each database whose turn it is ({@link RollingLook}), and none where the
 * record of what is registered does not fit any more; 1 for each instance's own port whose turn it
 * is; 1 to EC2 for each VPC in a new environment, or while a name does not fit; 1 for each worker
 * that it keeps warm; to the table 1 for the record of each database, 1 for a hold of the
 * installation, 1 for what it has read ({@link RecentChanges}), 1 for all looks, and 1 for each
 * path to be looked at sooner; those of {@link Refreshes} for each run that it starts.
 */
public final class CheckDrift extends Worker<JsonNode, RefreshesStarted> {
  private final Environment environment;
  private final ExposedGroups groups;
  private final Databases databases;
  private final VpcSubnets subnets;
  private final Exposures exposures;
  private final Holds holds;
  private final Fingerprints fingerprints;
  private final RecentChanges changes = new RecentChanges();
  private final Refreshes refreshes;
  private final OutgrownPaths outgrown;
  private final WarmFunctions path;

  /** In Lambda. */
  public CheckDrift() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CheckDrift(Environment environment) {
    super(JsonNode.class);
    this.environment = environment;
    this.groups = new ExposedGroups(new Groups(environment.clients())::exposedLately);
    this.databases = new Databases(environment.clients());
    this.subnets = new VpcSubnets(environment);
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.fingerprints = Stores.fingerprints(environment);
    this.refreshes = new Refreshes(environment);
    this.outgrown = new OutgrownPaths(environment);
    this.path =
        new WarmFunctions(
            environment.clients(), environment.settings().required(Settings.WARM_FUNCTIONS));
  }

  @Override
  public RefreshesStarted handle(JsonNode tick) {
    if (!path.silent()) {
      // First, and whatever becomes of the check: a version that nobody invokes goes inactive.
      List<String> unreached = path.warm();
      return check().failing(unreached);
    }
    // Each call may cost a time-out: what can be seen without Lambda is seen to before.
    List<String> unreached = new ArrayList<>();
    RefreshesStarted checked;
    try {
      checked = check();
    } finally {
      unreached.addAll(path.warm());
    }
    return checked.failing(unreached);
  }

  private RefreshesStarted check() {
    Instant now = environment.clock().instant();
    Map<String, TargetGroups> exposed = groups.lately(now);
    if (exposed.isEmpty()) {
      return RefreshesStarted.none(DriftSweep.cause(now), "no database is exposed");
    }
    Optional<String> held = holds.installation();
    List<String> unreadable = new ArrayList<>();
    Map<String, Exposure> records = records(exposed.keySet(), unreadable);
    DriftSweep sweep = sweep(now, exposed.keySet(), records, held.isPresent());
    held.ifPresent(why -> sweep.remark("the installation is on hold: " + why));
    unreadable.forEach(sweep::unchecked);
    held.filter(Holds::isUnread).ifPresent(sweep::unchecked);
    // Without its record nobody knows which database it is: nothing is compared, and nothing
    // changes.
    RollingLook.order(exposed.keySet(), records, now)
        .forEach(arn -> sweep.check(arn, Objects.requireNonNull(exposed.get(arn))));
    if (changes.any(records, now)) {
      sweep.leave(fingerprints);
    }
    sweep.hastenLooks(outgrown);
    return sweep.outcome();
  }

  /**
   * Those that can be read, by ARN.
   *
   * @param unreadable takes the others
   */
  private Map<String, Exposure> records(Set<String> exposed, List<String> unreadable) {
    Map<String, Exposure> records = new HashMap<>();
    for (String arn : exposed) {
      try {
        records.put(arn, exposures.findOrFirst(arn));
      } catch (RuntimeException poison) {
        unreadable.add(arn + ": " + translated(poison).getMessage());
      }
    }
    return records;
  }

  /** Has all that RDS shows listed, by which the sweep goes. */
  private DriftSweep sweep(
      Instant now, Set<String> exposed, Map<String, Exposure> records, boolean held) {
    Set<String> ids =
        records.values().stream()
            .map(Exposure::resourceId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Databases.Listing listing = databases.all(exposed, ids);
    ExposedDatabases shown = new ExposedDatabases(records, listing.databases());
    DriftReasons reasons =
        new DriftReasons(
            shown,
            new GroupLooks(environment, records),
            new Whereabouts(subnets, listing.instances(), environment.resolver()),
            held,
            environment.clock());
    return new DriftSweep(now, shown, reasons, groups, refreshes, environment);
  }

  @Override
  protected Optional<String> remark(RefreshesStarted output) {
    return output.refreshes().isEmpty() && output.remarks().isEmpty() && output.failed().isEmpty()
        ? Optional.empty()
        : Refreshes.line(output);
  }

  /** Its own figure, and so its own alarm: one database hides no failed sweep. */
  @Override
  protected Optional<Metrics> metrics(RefreshesStarted output) {
    return Optional.of(
        new Metrics(
            environment.clock().instant(),
            List.of(),
            List.of(new Metrics.Metric("FailedDriftChecks", "Count", output.failed().size()))));
  }
}
