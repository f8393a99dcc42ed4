package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.elbv2.ElbThrottling;
import java.util.Locale;

/** Which of the figures that AWS publishes for reads of load balancers holds. */
public enum Throttles {
  /** 200 calls at once and 50 a second: "Request throttling for the ELB API". */
  DOCUMENTED,
  /** 40 calls at once and 10 a second: another page of AWS's. */
  LOW;

  /** As in documents. */
  String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads that the account gets back, a second. */
  double refill() {
    return buckets().description().refill();
  }

  /** From now on calls of the world are throttled. */
  void begin(Simulator world) {
    world.elb().throttle(buckets());
    world.throttle(world.settings().throttling().on());
  }

  private ElbThrottling buckets() {
    ElbThrottling published = Settings.published().elb().throttling().on();
    return this == LOW ? published.lowDescription() : published;
  }
}
