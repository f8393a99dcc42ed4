package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.simulator.lambda.LambdaLoad;
import java.util.Map;
import java.util.Set;

/**
 * What workers have done in a time.
 *
 * @param calls by action, those that were throttled included
 * @param throttled of them, by action
 * @param byWorker calls to load balancers, RDS and EC2, by worker
 * @param runs of refresh-targets that were started
 * @param failedRuns of them
 * @param transitions of these, retries included, as AWS counts them
 * @param givenUp events and invocations that became dead letters
 * @param overtaking calls of a later lane that were made while somebody waited in an earlier one
 */
record Tally(
    Map<String, Long> calls,
    Map<String, Long> throttled,
    Map<String, Long> byWorker,
    long runs,
    long failedRuns,
    long transitions,
    long givenUp,
    long overtaking,
    LambdaLoad load) {
  private static final Set<String> COUNTED = Set.of("elasticloadbalancing", "rds", "ec2");

  /** Calls to load balancers, RDS and EC2: the three whose APIs are scarce. */
  long scarce() {
    return calls.entrySet().stream()
        .filter(each -> scarce(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** What AWS bills for it. */
  Bill bill() {
    return Bill.of(transitions, load, calls);
  }

  long refused() {
    return throttled.values().stream().mapToLong(Long::longValue).sum();
  }

  static boolean scarce(String action) {
    return COUNTED.contains(action.substring(0, action.indexOf(':')));
  }
}
