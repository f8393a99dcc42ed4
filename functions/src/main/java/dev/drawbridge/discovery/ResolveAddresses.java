package dev.drawbridge.discovery;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Topology;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Finds the address of every instance by its own name.
 *
 * <p>A reader endpoint answers with one replica at a time, so cluster names are never asked. A
 * look-up is repeated until DNS and the RDS API agree. Calls: none if they agree at once; otherwise
 * 1 for the record of the exposure, those for a turn, and the topology is read again, so that no
 * try waits for an outdated truth, or goes on with one. Where hundreds wait, those whose names
 * agree with what RDS said last go first, and a database that is not exposed goes after all that
 * are.
 */
public final class ResolveAddresses extends Worker<ResolveAddresses.Input, InstanceAddresses> {
  /** Input of ResolveAddresses. */
  public record Input(Database database) {}

  /** How long a writer may disagree before nothing is registered and the run fails. */
  static final Duration WRITER_PATIENCE = Duration.ofMinutes(5);

  /** How long the others wait for a reader; it must not hold up the writer for long. */
  static final Duration READER_PATIENCE = Duration.ofSeconds(30);

  /** How long the roles that DiscoverDatabase read are taken for the present ones. */
  static final Duration FRESH = Duration.ofSeconds(2);

  private final TruthWatch watch;
  private final Exposures exposures;
  private final Turns turns;
  private final NameResolver resolver;
  private final InstantSource clock;

  /** In Lambda. */
  public ResolveAddresses() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public ResolveAddresses(Environment environment) {
    super(Input.class);
    this.watch = new TruthWatch(environment);
    this.exposures = Stores.exposures(environment);
    this.turns = Stores.turns(environment);
    this.resolver = environment.resolver();
    this.clock = environment.clock();
  }

  /** A database and a name that there never are, and nobody's turn. Calls: 3. */
  @Override
  protected List<Runnable> priming() {
    return List.of(watch::prime, turns::prime);
  }

  @Override
  public InstanceAddresses handle(Input input) {
    Database database = input.database();
    Duration waited = Duration.between(database.discoveredAt(), clock.instant());
    Resolution first = resolve(database, database.members());
    if (waited.compareTo(FRESH) < 0 && first.complete()) {
      return first.addresses();
    }
    turns.require(lane(database, first));
    Resolution now = resolve(database, membersNow(database));
    if (now.writerDisagrees().isPresent()) {
      String reason = now.writerDisagrees().get();
      if (waited.compareTo(WRITER_PATIENCE) < 0) {
        throw new NotReady(reason);
      }
      throw new Conflict(
          "RDS and DNS have not agreed for %s; nothing was registered: %s"
              .formatted(WRITER_PATIENCE, reason));
    }
    if (!now.complete() && waited.compareTo(READER_PATIENCE) < 0) {
      throw new NotReady(String.join("; ", now.addresses().notes()));
    }
    return now.addresses();
  }

  /**
   * Nobody waits for a database that no target was ever registered of: neither a run by hand that
   * RegisterTargets refuses in the end nor a first onboarding may hold up a failover.
   */
  private Lane lane(Database database, Resolution first) {
    if (exposures.findOrFirst(database.arn()).resourceId() == null) {
      return Lane.NAMES_OF_NOBODY;
    }
    return first.complete() ? Lane.NAMES_AGREE : Lane.NAMES_DISAGREE;
  }

  private Resolution resolve(Database database, List<Member> members) {
    return Resolution.of(members, database.subnets(), resolver::addresses);
  }

  private List<Member> membersNow(Database database) {
    return watch.topologyOf(database).map(Topology::members).orElse(List.of());
  }
}
