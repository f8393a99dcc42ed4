package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.RawCalls;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A world with a VPC and a cluster of one reader, asked by hand-written requests. */
final class SmallWorld {
  static final Caller OWNER = new Caller("111111111111", "eu-central-1", "root");

  final VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-11-26T10:00:00Z"), 3);
  final Simulator simulator = new Simulator(time, Settings.published());
  final RawCalls owner = new RawCalls(simulator.door(), OWNER.account(), OWNER.region());
  final RawCalls stranger = new RawCalls(simulator.door(), "222222222222", OWNER.region());
  final VpcRecord vpc = simulator.ec2().createVpc(OWNER, "10.0.0.0/16");
  final List<String> subnets =
      List.of(
          simulator.ec2().createSubnet(vpc, "10.0.1.0/24", "eu-central-1a").id(),
          simulator.ec2().createSubnet(vpc, "10.0.2.0/24", "eu-central-1b").id());

  SmallWorld() {
    simulator.rds().subnetGroup(OWNER.account(), OWNER.region(), "private", subnets);
    simulator
        .rds()
        .setUp(
            OWNER.account(),
            OWNER.region(),
            NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1).in("private"));
  }

  /** The body of an answer that must be no error. */
  static String taken(Answer answer) {
    assertThat(answer.code()).as(answer.body()).isEmpty();
    return answer.body();
  }

  String form(String service, String action, String parameters) {
    return taken(owner.form(service, action, parameters));
  }

  String json(String service, String operation, String body) {
    return taken(owner.json(service, operation, body));
  }

  /** The first match of a pattern's group in an answer. */
  static String found(String pattern, String body) {
    Matcher matcher = Pattern.compile(pattern).matcher(body);
    assertThat(matcher.find()).as(pattern + " in " + body).isTrue();
    return matcher.group(1);
  }

  void wait(Duration duration) {
    time.pause(duration);
  }
}
