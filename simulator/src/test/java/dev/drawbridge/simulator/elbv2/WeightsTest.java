package dev.drawbridge.simulator.elbv2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.network.ExposedDatabase;
import dev.drawbridge.simulator.network.Listener;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** What AWS leaves open of weighted target groups is a parameter, and each value has its effect. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class WeightsTest {
  private static final Duration SETTLED = Duration.ofMinutes(3);

  @Test
  void a_change_of_weights_takes_the_time_that_the_settings_say() {
    World world = new World(WeightSettings.assumed().propagation(Duration.ofSeconds(5)));
    world.turnToSecond();
    world.exposed.pass(Duration.ofSeconds(4));
    assertThat(world.reached()).isEqualTo(world.first);
    world.exposed.pass(Duration.ofSeconds(2));
    assertThat(world.reached()).isEqualTo(world.second);
  }

  @Test
  void a_second_change_does_not_undo_one_that_is_still_on_its_way() {
    World world = new World(WeightSettings.assumed());
    world.turnToSecond();
    world.exposed.pass(Duration.ofSeconds(60));
    world.turnToFirst();
    world.exposed.pass(Duration.ofSeconds(20));
    assertThat(world.reached()).isEqualTo(world.second);
    world.exposed.pass(Duration.ofSeconds(60));
    assertThat(world.reached()).isEqualTo(world.first);
  }

  @Test
  void a_group_of_weight_0_is_warm_where_it_is_checked_and_starts_anew_where_it_is_not() {
    assertThat(new World(WeightSettings.assumed()).stateOfSecond()).isEqualTo("healthy");
    World cold = new World(WeightSettings.assumed().unchecked());
    assertThat(cold.stateOfSecond()).isEqualTo("unused");
    cold.turnToSecond();
    assertThat(cold.stateOfSecond()).isEqualTo("initial");
    cold.exposed.pass(SETTLED);
    assertThat(cold.reached()).isEqualTo(cold.second);
  }

  @Test
  void connections_of_a_group_that_loses_its_weight_are_cut_only_where_the_settings_say_so() {
    assertThat(cutsAfterTurning(WeightSettings.assumed())).isEmpty();
    assertThat(cutsAfterTurning(WeightSettings.assumed().cutting()))
        .containsExactly(Cut.TARGET_GROUP_UNWEIGHTED);
  }

  private static List<Cut> cutsAfterTurning(WeightSettings weights) {
    World world = new World(weights);
    List<Cut> cuts = new ArrayList<>();
    world.exposed.network.connections().open((Reached) world.dial(), cuts::add);
    world.turnToSecond();
    world.exposed.pass(SETTLED);
    return cuts;
  }

  /** A listener with two groups of one target each; the first has all the weight. */
  private static final class World {
    final ExposedDatabase exposed;
    final String first;
    final String second;
    private final String firstGroup;
    private final String secondGroup;
    private final String listener;

    World(WeightSettings weights) {
      ElbSettings settings = ElbSettings.published().weights(weights);
      exposed = new ExposedDatabase(Ec2Settings.published(), settings, null);
      exposed.ec2.allowInbound(exposed.databaseGroup, 3306, 3306, "10.0.0.0/16");
      exposed.ec2.allowInbound(exposed.nlbGroup, 3306, 3307, "10.0.0.0/16");
      first = exposed.database(0, 3306, Listener.plain());
      second = exposed.database(1, 3306, Listener.plain());
      firstGroup = groupOf("first", first);
      secondGroup = groupOf("second", second);
      String nlb = exposed.nlb(2, true);
      listener =
          exposed
              .nlbs
              .createListener(
                  r ->
                      r.loadBalancerArn(nlb)
                          .port(3307)
                          .protocol("TCP")
                          .defaultActions(weights(1, 0)))
              .listeners()
              .getFirst()
              .listenerArn();
      exposed.pass(Duration.ofMinutes(10));
    }

    void turnToFirst() {
      exposed.nlbs.modifyListener(r -> r.listenerArn(listener).defaultActions(weights(1, 0)));
    }

    void turnToSecond() {
      exposed.nlbs.modifyListener(r -> r.listenerArn(listener).defaultActions(weights(0, 1)));
    }

    String stateOfSecond() {
      return exposed.health(secondGroup).stateAsString();
    }

    PathResult dial() {
      return exposed.path.connect("10.0.0.250", exposed.nodes().getFirst(), 3307);
    }

    String reached() {
      return ((Reached) dial()).targetIp();
    }

    private String groupOf(String name, String address) {
      String group = exposed.targetGroup(name, 3306);
      exposed.attribute(group, "load_balancing.cross_zone.enabled", "true");
      exposed.register(group, address, 3306);
      return group;
    }

    private Action weights(int ofFirst, int ofSecond) {
      return Action.builder()
          .type("forward")
          .forwardConfig(
              f -> f.targetGroups(tuple(firstGroup, ofFirst), tuple(secondGroup, ofSecond)))
          .build();
    }

    private static TargetGroupTuple tuple(String group, int weight) {
      return TargetGroupTuple.builder().targetGroupArn(group).weight(weight).build();
    }
  }
}
