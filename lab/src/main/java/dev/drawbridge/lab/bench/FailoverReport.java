package dev.drawbridge.lab.bench;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.Settings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Runs the benchmark for every kind of database and every policy, and prints the table. */
public final class FailoverReport {
  private final FailoverBench bench;
  private final String policy;
  private final PrintWriter out;

  /**
   * Nothing has been measured yet.
   *
   * @param policy what a policy's name must hold to be measured
   */
  public FailoverReport(FailoverBench bench, String policy, PrintWriter out) {
    this.bench = bench;
    this.policy = policy;
    this.out = out;
  }

  /** The names of all policies. */
  public static List<String> policies() {
    return Policies.all().stream().map(Policy::name).toList();
  }

  /** Measures and prints. */
  public void print() {
    out.printf(
        "%s of each kind, seed %d, virtual clock, published delays.%n%n",
        failovers(bench.runs()), bench.seed());
    long start = System.nanoTime();
    Table table = new Table(out);
    table.head();
    List<Policy> policies =
        Policies.all().stream().filter(each -> each.name().contains(policy)).toList();
    long measured = 0;
    for (Kind kind : Kind.values()) {
      for (Policy policy : policies.stream().filter(each -> each.concerns(kind)).toList()) {
        measured += bench.runs();
        table.line(kind.words, policy.name(), bench.measure(policy, kind));
      }
    }
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    out.print(notes());
    policies.forEach(policy -> out.printf("%s: %s%n", policy.name(), policy.source()));
    out.printf("%n%s in %.1f s, %.1f a second%n", failovers(measured), seconds, measured / seconds);
    out.flush();
  }

  static String failovers(long count) {
    return count == 1 ? "1 failover" : count + " failovers";
  }

  private static String notes() {
    Settings published = Settings.published();
    Spread cold = published.lambda().starts().cold();
    return """

        Write outage: from the first to the last new write connection that failed, one every 0.25 s.
        Ours: from the later of two instants (an event delivered since the promotion; RDS API and DNS
        agree) to the reply of the call that switched the writer; 0 where a run of an earlier event had
        switched before; where events are lost, from the agreement alone. Transitions, polling, waits for
        the lease and cold starts are in it: a cold start takes %s to %s, mostly %s; the drift check
        keeps the path warm, and %.0f of 100 invocations are cold all the same. The rest is AWS's: the
        failover itself, the event's way, the load balancer's propagation and health checks.
        API calls and transitions are those of Drawbridge's runs.
        Where DNS never agrees nothing is registered, and runs fail for a person to see.
        All delays are published figures or labelled assumptions, not measurements of ours.

        """
        .formatted(
            Table.seconds(cold.least()),
            Table.seconds(cold.most()),
            Table.seconds(cold.usual()),
            100 * published.lambda().starts().recycled());
  }
}
