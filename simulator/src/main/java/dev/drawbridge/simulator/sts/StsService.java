package dev.drawbridge.simulator.sts;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.identity.IamService;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.List;

/** STS: who am I, and become a role that IAM has and that trusts the caller. */
public final class StsService {
  private final Scheduler scheduler;
  private final IamService roles;

  /** Needs the clock for the expiry of credentials, and the roles. */
  public StsService(Scheduler scheduler, IamService roles) {
    this.scheduler = scheduler;
    this.roles = roles;
  }

  /** The API. */
  public Service service() {
    return new Service(
        "sts",
        Protocol.QUERY,
        "https://sts.amazonaws.com/doc/2011-06-15/",
        List.of(new GetCallerIdentity(), new AssumeRole(scheduler, roles)));
  }
}
