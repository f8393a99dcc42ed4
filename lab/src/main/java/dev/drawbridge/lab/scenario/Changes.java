package dev.drawbridge.lab.scenario;

import dev.drawbridge.lab.installation.Installation;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.CallRecord;
import java.util.List;
import java.util.stream.Stream;

/** What workers changed in AWS, read from the call log. */
public final class Changes {
  private final CallLog log;
  private final Installation installation;
  private final int from;

  private Changes(CallLog log, Installation installation) {
    this.log = log;
    this.installation = installation;
    this.from = log.calls().size();
  }

  /** Watches from now on. */
  public static Changes from(Scenario scenario) {
    return new Changes(scenario.world().callLog(), scenario.installation());
  }

  /**
   * The actions that changed something outside Drawbridge's own table, key and topics, in order.
   */
  public List<String> actions() {
    return calls()
        .filter(call -> call.error().isEmpty())
        .map(CallRecord::action)
        .filter(Changes::changes)
        .toList();
  }

  /** All calls of workers. */
  public Stream<CallRecord> calls() {
    return log.calls().stream().skip(from).filter(installation::byWorker);
  }

  /** All calls of one worker. */
  public Stream<CallRecord> callsOf(String worker) {
    return calls().filter(call -> call.caller().role().equals(worker));
  }

  private static boolean changes(String action) {
    String service = action.substring(0, action.indexOf(':'));
    return List.of("ec2", "elasticloadbalancing", "rds").contains(service)
        && !action.contains(":Describe");
  }
}
