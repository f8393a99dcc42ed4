package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.OnHold;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A database that is moved to another VPC: its addresses say nothing about who has them here. */
class MovedDatabaseTest {
  private final Scenario scenario = Scenario.virtual(27459);
  private final RdsService rds = scenario.world().rds();
  private final Approver grace = scenario.approver("hopper@example.com");
  private final Exposure path =
      Exposure.of(
          scenario,
          scenario.provider().database(NewDatabase.instance(Engine.POSTGRESQL, "orders")));

  @Test
  void its_targets_leave_after_two_looks_and_are_back_when_it_is() {
    move();
    pass(2);
    assertThat(path.writerGroup()).as("one look is not enough").isNotEmpty();

    pass(13);

    assertThat(path.writerGroup()).isEmpty();
    assertThat(path.readerGroup()).isEmpty();
    assertThat(grace.told("stands in another VPC than its target groups")).hasSize(1);
    assertThat(grace.told("its addresses may be another's here")).hasSize(1);
    int runs = Refresh.all(scenario).size();
    rds.replaceHost(path.database());
    pass(15);
    assertThat(path.writerGroup()).as("no event of it puts anybody in").isEmpty();
    assertThat(Refresh.all(scenario).size()).as("nothing is left to be done").isLessThan(runs + 4);
    rds.movedTo(path.database(), "private");
    pass(15);
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(grace.told("its addresses may be another's here"))
        .last()
        .asString()
        .contains("over, since");
  }

  @Test
  void who_gets_its_address_in_the_old_vpc_is_taken_out_at_once() {
    String before = rds.instance(path.database()).address();
    move();
    pass(1);
    assertThat(path.writerGroup()).containsExactly(before);
    takeOver(before);

    pass(3);

    assertThat(path.writerGroup()).isEmpty();
  }

  @Test
  void a_hold_leads_nobody_to_who_gets_its_address_in_the_old_vpc() {
    String before = rds.instance(path.database()).address();
    OnHold.put(scenario, "orders", true);
    move();
    pass(1);
    takeOver(before);

    pass(5);

    assertThat(path.writerGroup()).isEmpty();
  }

  @Test
  void a_record_of_an_earlier_release_that_knows_no_vpc_gets_it_from_the_next_run_that_reads() {
    Exposures records = ByHand.exposures(scenario);
    var record = records.find(path.database().arn("db")).orElseThrow();
    TargetGroups groups = Objects.requireNonNull(record.groups());
    assertThat(groups.vpcId()).as("a path that is built knows it").startsWith("vpc-");
    records.put(record.with(new TargetGroups(groups.writerArn(), groups.readerArn())));

    assertThat(Refresh.start(scenario, "orders").end()).isEqualTo(Status.SUCCEEDED);

    assertThat(records.find(record.databaseArn()).orElseThrow().groups()).isEqualTo(groups);
  }

  private void takeOver(String address) {
    rds.stop(path.database());
    pass(1);
    rds.releaseAddress(path.database());
    DbId payroll = scenario.provider().database(NewDatabase.instance(Engine.POSTGRESQL, "payroll"));
    assertThat(rds.instance(payroll).address()).isEqualTo(address);
  }

  private void move() {
    AnotherVpc.create(scenario);
    scenario.installation().startSchedules(Rules.EVERY);
    rds.movedTo(path.database(), AnotherVpc.SUBNET_GROUP);
  }

  private void pass(int minutes) {
    scenario.world().scheduler().pause(Duration.ofMinutes(minutes));
  }
}
