package dev.drawbridge.discovery;

import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a database is, and with preflight whether it can be exposed.
 *
 * <p>Calls: 2 to RDS and 1 to EC2; with preflight one more to EC2 and, for the family of MySQL, one
 * for each parameter group.
 */
public final class DiscoverDatabase extends Worker<DiscoverDatabase.Input, Database> {
  /**
   * Input of DiscoverDatabase.
   *
   * @param databaseIdentifier by ARN: an identifier may be that of a cluster and of an instance
   * @param preflight whether to check everything that an onboarding demands; a refresh only reads
   * @param readerPort the reader listener's port, or null for the database's own
   * @param writerPort the writer listener's port, or null for the reader's plus one
   */
  public record Input(
      String databaseIdentifier,
      boolean preflight,
      @Nullable Integer readerPort,
      @Nullable Integer writerPort,
      boolean acceptHostBlockRisk,
      boolean acceptKeepsAwake) {}

  private final Databases databases;
  private final Networks networks;
  private final InstantSource clock;

  /** In Lambda. */
  public DiscoverDatabase() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public DiscoverDatabase(Environment environment) {
    super(Input.class);
    this.databases = new Databases(environment.clients());
    this.networks = new Networks(environment.clients());
    this.clock = environment.clock();
  }

  /** A database and a network that cannot be. Calls: 3. */
  @Override
  protected List<Runnable> priming() {
    return List.of(() -> databases.find("no-database"), () -> networks.subnets("vpc-0"));
  }

  @Override
  public Database handle(Input input) {
    DatabaseFacts facts =
        DatabaseChoice.of(input.databaseIdentifier(), found(input.databaseIdentifier()));
    Ports ports = Ports.of(facts.port(), input.readerPort(), input.writerPort());
    if (!input.preflight()) {
      return describe(facts, ports, networks.subnets(facts.vpcId()), List.of());
    }
    Preflight.check(facts, input.acceptKeepsAwake());
    checkHostBlock(facts, input.acceptHostBlockRisk());
    List<Subnet> subnets = networks.subnets(facts.vpcId());
    List<String> chosen =
        ZoneCoverage.choose(
            facts.identifier(), subnets, facts.subnetIds(), networks.routeTables(facts.vpcId()));
    return describe(facts, ports, subnets, chosen);
  }

  private List<DatabaseFacts> found(String identifierOrArn) {
    return identifierOrArn.startsWith("arn:")
        ? databases.find(identifierOrArn).stream().toList()
        : databases.named(identifierOrArn);
  }

  private void checkHostBlock(DatabaseFacts facts, boolean accepted) {
    if (accepted || !HostBlock.appliesTo(facts.engine())) {
      return;
    }
    Map<String, String> parameters = databases.parameters(facts.parameterGroups());
    if (!HostBlock.safe(parameters)) {
      throw HostBlock.refusal(facts.identifier(), parameters);
    }
  }

  private Database describe(
      DatabaseFacts facts, Ports ports, List<Subnet> subnets, List<String> loadBalancerSubnets) {
    return new Database(
        facts.identifier(),
        facts.arn(),
        facts.resourceId(),
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
}
