package dev.drawbridge.discovery;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Standing;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a database is, and with preflight whether it can be exposed.
 *
 * <p>Calls: 2 to RDS, and now and then 1 to EC2; with preflight always, one more to EC2 and, for
 * the family of MySQL, one for each parameter group.
 */
public final class DiscoverDatabase extends Worker<DiscoverDatabase.Input, Database> {
  /**
   * Input of DiscoverDatabase.
   *
   * @param databaseIdentifier by ARN: an identifier may be that of a cluster and of an instance
   * @param preflight whether to check everything that an onboarding demands; a refresh only reads
   * @param readerPort the reader listener's port, or null for the database's own
   * @param writerPort the writer listener's port, or null for the reader's plus one
   * @param databaseResourceId what the owner wants to be followed in the place of the approved
   *     database, which is gone; null if that is
   */
  public record Input(
      String databaseIdentifier,
      boolean preflight,
      @Nullable Integer readerPort,
      @Nullable Integer writerPort,
      boolean acceptHostBlockRisk,
      boolean acceptKeepsAwake,
      @Nullable String databaseResourceId) {}

  private final Databases databases;
  private final DatabaseIdentity identity;
  private final Exposures exposures;
  private final Networks networks;
  private final KnownSubnets remembered;
  private final InstantSource clock;

  /** In Lambda. */
  public DiscoverDatabase() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public DiscoverDatabase(Environment environment) {
    super(Input.class);
    this.databases = new Databases(environment.clients());
    this.identity = new DatabaseIdentity(environment);
    this.exposures = Stores.exposures(environment);
    this.networks = new Networks(environment.clients());
    this.clock = environment.clock();
    this.remembered = new KnownSubnets(networks::subnets, clock);
  }

  /** A database and a network that cannot be. Calls: 4. */
  @Override
  protected List<Runnable> priming() {
    return List.of(
        () -> databases.find("no-database"),
        () -> networks.subnets("vpc-0"),
        () -> exposures.find(Exposures.NEVER));
  }

  @Override
  public Database handle(Input input) {
    String asked = input.databaseIdentifier();
    Optional<Exposure> exposure = exposures.find(asked);
    if (exposure.isEmpty()) {
      DatabaseFacts facts = DatabaseChoice.of(asked, found(asked));
      Identification first = new Identification(Standing.PRESENT, Optional.of(facts));
      return describe(input, facts.arn(), wanted(input, first), false);
    }
    Identification now = wanted(input, identity.of(asked, exposure.get().resourceId()));
    return !input.preflight() && hasMoved(now, exposure.get().groups())
        ? nothing(asked, Standing.MOVED)
        : describe(input, asked, now, exposure.get().path() != null);
  }

  /** Its addresses say nothing in the VPC of its groups. A build is refused where they are made. */
  private static boolean hasMoved(Identification now, @Nullable TargetGroups groups) {
    return groups != null
        && now.standing().followed()
        && now.facts().filter(there -> groups.elsewhere(there.vpcId())).isPresent();
  }

  private Identification wanted(Input input, Identification found) {
    String arn = input.databaseIdentifier();
    String wanted = input.databaseResourceId();
    return wanted == null ? found : found.orInItsPlace(arn, wanted, () -> identity.of(arn, wanted));
  }

  private Database describe(Input input, String arn, Identification found, boolean stands) {
    if (input.preflight()) {
      return preflight(input, found.approved(arn), stands);
    }
    // A part of another database is refused, and so is one that never was and is not there.
    found.facts().ifPresent(DatabaseChoice::requireOwn);
    return found
        .facts()
        .filter(facts -> found.standing().followed())
        .map(
            facts ->
                describe(
                    arn,
                    found.standing(),
                    facts,
                    ports(facts, input),
                    remembered.of(facts.vpcId()),
                    List.of()))
        .orElseGet(() -> nothing(arn, found.standing()));
  }

  private Database preflight(Input input, DatabaseFacts facts, boolean stands) {
    Preflight.check(facts, input.acceptKeepsAwake());
    checkHostBlock(facts, input.acceptHostBlockRisk(), stands);
    List<Subnet> subnets = subnets(facts);
    List<String> chosen =
        ZoneCoverage.choose(
            facts.identifier(),
            subnets,
            facts.subnetIds(),
            networks.routeTables(facts.vpcId()),
            stands);
    return describe(facts.arn(), Standing.PRESENT, facts, ports(facts, input), subnets, chosen);
  }

  private static Ports ports(DatabaseFacts facts, Input input) {
    return Ports.of(facts.port(), input.readerPort(), input.writerPort());
  }

  private List<Subnet> subnets(DatabaseFacts facts) {
    return networks.subnets(facts.vpcId());
  }

  private List<DatabaseFacts> found(String identifierOrArn) {
    return identifierOrArn.startsWith("arn:")
        ? databases.find(identifierOrArn).stream().toList()
        : databases.named(identifierOrArn);
  }

  private void checkHostBlock(DatabaseFacts facts, boolean accepted, boolean stands) {
    if (accepted || !HostBlock.appliesTo(facts.engine())) {
      return;
    }
    Map<String, Map<String, String>> parameters = databases.parameters(facts.parameterGroups());
    List<String> blocking = HostBlock.blocking(parameters);
    if (!blocking.isEmpty()) {
      String group = blocking.getFirst();
      throw HostBlock.refusal(facts.identifier(), group, parameters.getOrDefault(group, Map.of()));
    }
    Unapplied.of(facts).stream()
        // On a path that stands looks tell it, and what else is wrong there has to be put back.
        .filter(each -> !stands || each.untilReboot())
        .findFirst()
        .ifPresent(
            each -> {
              throw new InvalidRequest(each.reason());
            });
  }

  private Database describe(
      String arn,
      Standing standing,
      DatabaseFacts facts,
      Ports ports,
      List<Subnet> subnets,
      List<String> loadBalancerSubnets) {
    return new Database(
        DatabaseArn.nameIn(arn),
        arn,
        facts.resourceId(),
        facts.arn(),
        standing,
        facts.engine(),
        facts.port(),
        ports.reader(),
        ports.writer(),
        facts.writerEndpoint(),
        facts.readerEndpoint(),
        facts.vpcId(),
        facts.securityGroupIds(),
        subnets,
        loadBalancerSubnets,
        facts.topology().members(),
        clock.instant());
  }

  /** What there is to say of a database that there is not. */
  private Database nothing(String arn, Standing standing) {
    return new Database(
        DatabaseArn.nameIn(arn),
        arn,
        "",
        arn,
        standing,
        "",
        0,
        0,
        0,
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        clock.instant());
  }
}
