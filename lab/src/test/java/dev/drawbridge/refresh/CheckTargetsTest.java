package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.drawbridge.aws.dynamodb.Fingerprints;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Lease;
import dev.drawbridge.model.SomeDatabase;
import dev.drawbridge.model.Target;
import dev.drawbridge.plan.Fingerprint;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rds.model.RdsException;

/** Whom a run that waits for the health of a new writer listens to; there is no RDS here to ask. */
class CheckTargetsTest {
  private static final String DATABASE = SomeDatabase.ARN;
  private static final String OURS = "arn:aws:states:eu-central-1:111111111111:execution:r:ours";
  private static final String ANOTHERS = OURS + "-not";
  private static final Duration LAG = Duration.ofSeconds(8);
  private static final Target WRITER = new Target("10.0.0.7", 3306);

  private final TestWorld world = new TestWorld();
  private final Leases leases = Stores.leases(world.environment);
  private final CheckTargets worker = new CheckTargets(world.environment);
  private final Fingerprints fingerprints = Stores.fingerprints(world.environment);
  private Instant began = Instant.EPOCH;

  @BeforeEach
  void begin() {
    began = world.time.now();
  }

  @Test
  void the_truth_is_read_for_a_mark_in_our_own_lease() {
    hold(OURS);
    leave("event RDS-EVENT-0006 4711");

    assertThat(asksRds()).isTrue();
  }

  @Test
  void a_mark_in_the_lease_of_another_run_is_not_ours() {
    hold(ANOTHERS);
    leave("event RDS-EVENT-0006 4711");

    assertThat(asksRds()).isFalse();
    assertThat(leases.find(DATABASE).map(Lease::looks)).hasValue(Lease.Looks.NONE);
  }

  @Test
  void a_mark_that_says_less_hides_no_failover_of_which_rds_may_tell_later() {
    hold(OURS);
    leases.request(DATABASE, "event RDS-EVENT-0071 1", began, began);
    look("event RDS-EVENT-0071 1");
    world.time.pause(LAG.dividedBy(2));
    leave("event RDS-EVENT-0006 2");
    look("event RDS-EVENT-0006 2");

    assertThat(asksRds()).as("RDS may tell any moment").isTrue();
    world.time.pause(LAG);
    assertThat(asksRds()).as("nobody has read since it has told").isTrue();
    look("event RDS-EVENT-0006 2");
    assertThat(asksRds()).as("all is answered").isFalse();
  }

  @Test
  void once_a_minute_it_is_read_without_a_mark_unless_the_check_for_drift_has_just_read_the_same() {
    hold(OURS);
    world.time.pause(Duration.ofSeconds(59));
    assertThat(asksRds()).as("it was read less than a minute ago").isFalse();
    world.time.pause(Duration.ofSeconds(1));
    assertThat(asksRds()).as("nobody has read it since").isTrue();

    Instant checked = world.time.now();
    fingerprints.put(List.of("another database's", ours()), checked);
    world.time.pause(Duration.ofSeconds(59));
    assertThat(asksRds()).as("the check has read the same").isFalse();
    fingerprints.put(List.of("another database's"), world.time.now());
    assertThat(asksRds()).as("the check has read something else").isTrue();
    fingerprints.put(List.of(ours()), checked);
    world.time.pause(Duration.ofSeconds(30));
    assertThat(asksRds()).as("the next check is not over").isFalse();
    world.time.pause(Duration.ofSeconds(1));
    assertThat(asksRds()).as("the check is out of order").isTrue();
  }

  @Test
  void what_the_check_for_drift_read_before_the_run_did_tells_it_nothing() {
    fingerprints.put(List.of(ours()), began.minusSeconds(1));
    hold(OURS);
    world.time.pause(Duration.ofSeconds(60));

    assertThat(asksRds()).isTrue();
  }

  @Test
  void what_the_check_for_drift_has_left_and_nobody_can_read_stops_no_run() {
    hold(OURS);
    Map<String, AttributeValue> poison =
        Map.of(
            "pk", AttributeValue.fromS("turns"),
            "sk", AttributeValue.fromS("fingerprints"),
            "fingerprints", AttributeValue.fromL(List.of(AttributeValue.fromS(ours()))));
    world.environment.clients().dynamoDb().putItem(r -> r.tableName("drawbridge").item(poison));
    world.time.pause(Duration.ofSeconds(60));

    assertThat(catchThrowable(() -> worker.handle(input())))
        .as("it asks RDS, which is not here")
        .isInstanceOf(RdsException.class);
  }

  @Test
  void a_mark_is_answered_whatever_the_check_for_drift_has_read() {
    hold(OURS);
    leave("event RDS-EVENT-0006 4711");
    fingerprints.put(List.of(ours()), world.time.now());

    assertThat(asksRds()).isTrue();
  }

  private String ours() {
    Database database = input().database();
    return Fingerprint.of(database.presentArn(), database.resourceId(), input().addresses());
  }

  private void look(String answered) {
    leases.looked(leases.find(DATABASE).orElseThrow(), new Lease.Looks(answered, world.time.now()));
  }

  private void hold(String executionArn) {
    leases.acquire(
        new Lease(
            DATABASE,
            executionArn,
            began.plus(Lease.LONGEST),
            "",
            null,
            null,
            null,
            Lease.Looks.NONE));
  }

  private Lease leave(String mark) {
    return leases.request(DATABASE, mark, world.time.now()).orElseThrow();
  }

  /** Whoever only waits says so; whoever asks gets an error of another kind. */
  private boolean asksRds() {
    Throwable thrown = catchThrowable(() -> worker.handle(input()));
    assertThat(thrown).isNotNull();
    return !(thrown instanceof NotReady);
  }

  private CheckTargets.Input input() {
    InstanceAddresses nothing = new InstanceAddresses(List.of(), List.of(), List.of());
    Registration registration =
        new Registration(
            "writers",
            "readers",
            List.of(WRITER),
            List.of(),
            List.of("writer group + " + WRITER),
            List.of(WRITER),
            List.of(),
            began,
            world.time.now(), // so that it is too early to look at the new target
            null,
            false,
            null);
    return new CheckTargets.Input(OURS, SomeDatabase.of(List.of(), began), nothing, registration);
  }
}
