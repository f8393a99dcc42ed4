package dev.drawbridge.lab.demo;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.lab.demo.Timeline.Tone;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.rds.DbInstance;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** Writes down the states of targets as DescribeTargetHealth shows them, a lane each. */
final class TargetLog {
  private final Exposure exposure;
  private final Timeline timeline;
  private final Clients operator;
  private final Map<String, String> names;
  private final Set<String> shown = new HashSet<>();

  TargetLog(Exposure exposure, Timeline timeline) {
    this.exposure = exposure;
    this.timeline = timeline;
    this.operator = exposure.scenario().installation().clientsOf("operator");
    this.names = scheduler().exclusively(() -> names(exposure));
  }

  /** Asks for all groups. For threads that are not part of the world. */
  void sample() {
    Set<String> now = new HashSet<>();
    sample(scheduler().exclusively(exposure::writerGroupArn), Lanes::writerGroup, now);
    sample(exposure.readerGroupArn(), Lanes::readerGroup, now);
    shown.stream().filter(lane -> !now.contains(lane)).forEach(lane -> timeline.end(lane, now()));
    shown.clear();
    shown.addAll(now);
  }

  private void sample(String groupArn, UnaryOperator<String> lane, Set<String> seen) {
    for (TargetHealthDescription target :
        operator
            .elb()
            .describeTargetHealth(r -> r.targetGroupArn(groupArn))
            .targetHealthDescriptions()) {
      String name = lane.apply(names.getOrDefault(target.target().id(), target.target().id()));
      TargetHealthStateEnum state = target.targetHealth().state();
      timeline.turn(name, state.toString(), tone(state), now());
      seen.add(name);
    }
  }

  private static Tone tone(TargetHealthStateEnum state) {
    return switch (state) {
      case HEALTHY -> Tone.GOOD;
      case UNHEALTHY -> Tone.BAD;
      default -> Tone.WAITING;
    };
  }

  private static Map<String, String> names(Exposure exposure) {
    return exposure.scenario().world().rds().instances(exposure.database()).stream()
        .collect(Collectors.toMap(DbInstance::address, instance -> instance.id().name()));
  }

  private Instant now() {
    return scheduler().now();
  }

  private Scheduler scheduler() {
    return exposure.scenario().world().scheduler();
  }
}
