package dev.drawbridge.simulator.sts;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.List;

/** STS: who am I, and become a role of any account; trust policies are not modelled. */
public final class StsService {
  private final Scheduler scheduler;

  /** Needs the clock for the expiry of credentials. */
  public StsService(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** The API. */
  public Service service() {
    return new Service(
        "sts",
        Protocol.QUERY,
        "https://sts.amazonaws.com/doc/2011-06-15/",
        List.of(new GetCallerIdentity(), new AssumeRole(scheduler)));
  }
}
