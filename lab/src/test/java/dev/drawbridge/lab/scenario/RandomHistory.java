package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.stepfunctions.StatusChange;
import dev.drawbridge.simulator.stepfunctions.step.Status;
import dev.drawbridge.simulator.time.Spread;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What may happen to an Aurora cluster, drawn from a seed, with events that are lost, late, doubled
 * and out of order; and the rules that must hold at every step.
 */
final class RandomHistory {
  private static final int CHANGES = 6;

  /** The longest of creation, deletion and recovery, a drift period and a refresh. */
  private static final Duration QUIET = Duration.ofMinutes(22);

  /** Resolvers remember an answer for so long. */
  private static final Duration CACHED = Duration.ofSeconds(6);

  private final Random chance;
  private final Scenario scenario;
  private final Followed orders;
  private final RdsService rds;
  private final DbId cluster;
  private final Set<String> own = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private String seen = "";
  private Instant lastChange = Instant.EPOCH;

  RandomHistory(long seed) {
    this.chance = new Random(seed);
    this.scenario = Scenario.virtual(seed);
    NewDatabase database =
        NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1 + chance.nextInt(3));
    this.orders = Followed.expose(scenario, database);
    this.rds = orders.rds();
    this.cluster = orders.path().database();
  }

  void live() {
    DeliverySettings events = scenario.world().settings().rds().events();
    rds.events(
        events
            .losing(0.3)
            .doubling(0.2)
            .late(0.2, Spread.between(Duration.ofSeconds(30), Duration.ofMinutes(5))));
    scenario.installation().startSchedules(Rules.EVERY);
    scenario.world().states().onStatusChange(this::ended);
    for (int i = 0; i < CHANGES; i++) {
      boolean soon = chance.nextBoolean();
      pass(Duration.ofSeconds(soon ? chance.nextInt(60) : 120 + chance.nextInt(600)));
      change();
    }
    pass(QUIET);
    Roles roles = orders.path().roles();
    assertThat(orders.path().writerGroup()).as(this::story).isEqualTo(roles.writeTargets());
    assertThat(orders.path().readerGroup()).as(this::story).isEqualTo(roles.readTargets());
    assertThat(orders.path().writes()).as(this::story).isTrue();
  }

  private void change() {
    List<DbInstance> readers = rds.servingReaders(cluster);
    Optional<DbId> reader =
        readers.isEmpty()
            ? Optional.empty()
            : Optional.of(readers.get(chance.nextInt(readers.size())).id());
    int kind = chance.nextInt(7);
    told.add("%s: change %d, reader %s".formatted(now(), kind, reader.map(DbId::name)));
    try {
      switch (kind) {
        case 0, 1 -> rds.failover(cluster, reader.map(DbId::name));
        case 2 -> rds.writer(cluster).ifPresent(writer -> rds.crash(writer.id()));
        case 3 -> rds.addReader(cluster);
        case 4 -> reader.ifPresent(rds::crash);
        case 5 -> reader.ifPresent(rds::remove);
        default -> reader.ifPresent(rds::replaceHost);
      }
    } catch (ServiceError refused) {
      told.add("refused: " + refused.getMessage());
    }
  }

  private void pass(Duration time) {
    scenario
        .world()
        .scheduler()
        .await(
            () -> {
              look();
              return false;
            },
            time);
  }

  /** Between any two events of the world. */
  private void look() {
    StringBuilder truth = new StringBuilder(orders.path().roles().toString());
    truth.append(rds.cluster(cluster).shownWriter());
    for (DbInstance instance : rds.instances(cluster)) {
      own.add(instance.address());
      truth.append(instance.id().name()).append(instance.status()).append(instance.address());
      scenario
          .world()
          .zones()
          .lookup(Zones.PUBLIC, rds.endpoint(instance.id()))
          .ifPresent(answer -> truth.append(answer.addresses()));
    }
    if (!seen.contentEquals(truth)) {
      seen = truth.toString();
      lastChange = now();
    }
    Set<String> writers = orders.path().writerGroup();
    Set<String> readers = orders.path().readerGroup();
    if (readers.isEmpty() || !own.containsAll(writers) || !own.containsAll(readers)) {
      throw new AssertionError("writers %s, readers %s\n%s".formatted(writers, readers, story()));
    }
  }

  /** A run that began after the last change leaves exactly the truth behind. */
  private void ended(StatusChange change) {
    boolean refresh = change.execution().identity().stateMachineName().equals("refresh-targets");
    boolean after = lastChange.plus(CACHED).isBefore(change.execution().startedAt());
    if (refresh && after && agreed() && change.execution().status() == Status.SUCCEEDED) {
      Roles roles = orders.path().roles();
      assertThat(orders.path().writerGroup()).as(this::story).isEqualTo(roles.writeTargets());
      assertThat(orders.path().readerGroup()).as(this::story).isEqualTo(roles.readTargets());
    }
  }

  private boolean agreed() {
    Optional<String> writer = rds.writer(cluster).map(w -> w.id().name());
    return writer.isPresent()
        && writer.equals(rds.cluster(cluster).shownWriter())
        && rds.instances(cluster).stream()
            .allMatch(i -> i.serving() == i.status().equals(DbInstance.AVAILABLE));
  }

  private Instant now() {
    return scenario.world().scheduler().now();
  }

  private String story() {
    List<String> log = scenario.log();
    return "%s%n%s%n%s"
        .formatted(
            String.join("\n", told),
            seen,
            String.join("\n", log.subList(Math.max(0, log.size() - 40), log.size())));
  }
}
