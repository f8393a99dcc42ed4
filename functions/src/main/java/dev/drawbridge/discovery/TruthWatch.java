package dev.drawbridge.discovery;

import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Topology;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells a run that waits, or is about to end, whether its truth is outdated. Calls: 2, and 1 more
 * while a replica may be green.
 */
public final class TruthWatch {
  private final Function<String, Optional<DatabaseFacts>> find;
  private final NameResolver resolver;

  public TruthWatch(Environment environment) {
    this(environment, new Databases(environment.clients())::find);
  }

  private TruthWatch(Environment environment, Function<String, Optional<DatabaseFacts>> find) {
    this.find = find;
    this.resolver = environment.resolver();
  }

  /**
   * Of a run that only waits: a call that RDS throttles is not made again at once, and is {@link
   * NotReady}.
   */
  public static TruthWatch inTurn(Environment environment) {
    // Whoever never waits never has the client built.
    return new TruthWatch(
        environment, arn -> Databases.inTurn(environment.clients()).findUnlessBusy(arn));
  }

  /** A database and a name that there never are. Calls: 2. */
  public void prime() {
    var _ = find.apply("no-database");
    resolver.addresses("no-database.invalid");
  }

  /** The topology of this very database; empty if its name leads to another by now. */
  public Optional<Topology> topologyOf(Database database) {
    return find.apply(database.presentArn())
        .filter(
            facts ->
                database.resourceId().isEmpty() || database.resourceId().equals(facts.resourceId()))
        .map(DatabaseFacts::topology);
  }

  /**
   * RDS shows neither a new host nor a new address of an instance, so names are asked as well: a
   * run must not wait for the health of an address that its instance has left.
   */
  public boolean moved(InstanceAddresses registered, Database database) {
    return Truth.moved(registered, topologyOf(database))
        || Truth.readdressed(
            registered,
            Resolution.of(registered.members(), database.subnets(), resolver::addresses)
                .addresses());
  }
}
