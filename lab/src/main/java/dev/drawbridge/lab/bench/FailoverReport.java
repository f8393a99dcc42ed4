package dev.drawbridge.lab.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Runs the benchmark for every kind of database and every policy, and prints the table. */
public final class FailoverReport {
  private final FailoverBench bench;
  private final PrintWriter out;

  /** Nothing has been measured yet. */
  public FailoverReport(FailoverBench bench, PrintWriter out) {
    this.bench = bench;
    this.out = out;
  }

  /** Measures and prints. */
  public void print() {
    out.printf(
        "%d failovers of each kind, seed %d, virtual clock, published delays.%n%n",
        bench.runs(), bench.seed());
    long start = System.nanoTime();
    Table table = new Table(out);
    table.head();
    List<Policy> policies = Policies.all();
    for (Kind kind : Kind.values()) {
      for (Policy policy : policies) {
        table.line(kind.words, policy.name(), bench.measure(policy, kind));
      }
    }
    long measured = (long) bench.runs() * policies.size() * Kind.values().length;
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    out.printf(
        """

        Write outage: from the first to the last new write connection that failed, one every 0.25 s.
        Ours: from the later of two instants (an event delivered since the promotion; RDS API and DNS
        agree) to the reply of the call that took the old writer out; 0 where a run of an earlier
        event had switched before. Cold starts are in it. The rest is AWS's: the
        failover itself, the event's way, the load balancer's propagation and health checks.
        The delays are published figures or labelled assumptions, not measurements of ours.

        """);
    policies.forEach(policy -> out.printf("%s: %s%n", policy.name(), policy.source()));
    out.printf("%n%d failovers in %.1f s, %.1f a second%n", measured, seconds, measured / seconds);
    out.flush();
  }
}
