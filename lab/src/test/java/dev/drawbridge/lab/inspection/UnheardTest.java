package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** People who cannot be told that they are not told: by the topic they hear of nothing. */
class UnheardTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final String LOST = "the setting mails has 3 addresses";

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(89));
  private final DbId database =
      scenario
          .provider()
          .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  private final String topic = scenario.installation().peopleTopic();
  private final Looks looks = new Looks(scenario);

  @Test
  @Finds({Kind.NOBODY_SUBSCRIBED, Kind.SUBSCRIPTION_PENDING})
  void that_nobody_is_subscribed_is_counted_and_said_to_whoever_looks() {
    Exposure.of(scenario, database);
    looks.pass(Duration.ofMinutes(2));
    assertThat(counted()).isZero();
    assertThat(report()).contains("is sound").doesNotContain("subscribed");

    unsubscribeAll();
    scenario.world().topics().mail(topic, "grace@example.com", false);
    looks.pass(WITHIN);

    assertThat(counted()).as("what its alarm rings by").isPositive();
    assertThat(report())
        .contains("is sound")
        .contains("nobody is subscribed to the people's topic (1 subscription waits for the");
    assertThat(
            scenario
                .caller(scenario.people().operator("ada@example.com"))
                .call("GET", "/databases/orders")
                .body()
                .toString())
        .contains("NOBODY_SUBSCRIBED");

    Approver grace = scenario.approver("grace@example.com");
    looks.pass(WITHIN);

    assertThat(grace.told("nobody is subscribed"))
        .hasSize(1)
        .first()
        .asString()
        .contains("over, since");
    assertThat(grace.told("1 subscription waits for the confirmation")).isNotEmpty();
  }

  @Test
  @Finds(Kind.SUBSCRIPTION_LOST)
  void that_an_address_has_lost_its_subscription_is_told_to_those_who_have_theirs() {
    scenario.installation().mails(3); // one is subscribed in every world
    Approver grace = scenario.approver("grace@example.com");
    Exposure.of(scenario, database);
    scenario.world().topics().mail(topic, "linus@example.com", true);
    looks.pass(WITHIN);
    assertThat(grace.told(LOST)).as("as many addresses as subscriptions").isEmpty();

    unsubscribe(each -> each.endpoint().equals("linus@example.com"));
    looks.pass(WITHIN.multipliedBy(2));
    assertThat(grace.told(LOST)).hasSize(1).first().asString().contains("at least 1 of these");
    assertThat(report()).contains("is sound").contains(LOST);

    scenario.world().topics().mail(topic, "linus@example.com", true);
    looks.pass(WITHIN);
    assertThat(grace.told(LOST)).hasSize(2).last().asString().contains("over, since");
  }

  @Test
  void it_is_counted_where_nothing_is_exposed_too() {
    unsubscribeAll();
    looks.pass(Duration.ofMinutes(2));
    assertThat(counted()).isPositive();
  }

  private void unsubscribeAll() {
    unsubscribe(_ -> true);
  }

  private void unsubscribe(Predicate<Subscription> whom) {
    SnsClient sns = scenario.installation().clientsOf("administrator").sns();
    List<Subscription> all = sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions();
    all.stream()
        .filter(whom)
        .forEach(each -> sns.unsubscribe(r -> r.subscriptionArn(each.subscriptionArn())));
  }

  private long counted() {
    return scenario.log().stream().filter(line -> line.contains("\"NOBODY_SUBSCRIBED\":1")).count();
  }

  private String report() {
    return ByHand.invoke(
            scenario, "InspectExposure", RequestText.ofOwner(database.arn("cluster")).json())
        .payload();
  }
}
