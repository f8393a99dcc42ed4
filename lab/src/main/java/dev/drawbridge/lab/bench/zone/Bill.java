package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.simulator.lambda.LambdaLoad;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What AWS bills for work, in US dollars, by prices of us-east-1 as copies of AWS's price pages
 * have them (2026-11-27). Left out: what is free up to an amount, starts of environments, and the
 * time that code computes, which a virtual clock does not measure.
 *
 * @param states of Step Functions
 * @param functions of Lambda
 * @param items of DynamoDB, one unit a call
 */
record Bill(double states, double functions, double items) {
  /** "AWS Step Functions pricing": a retry is a transition, too. */
  private static final double TRANSITION = 0.025 / 1_000;

  /** "AWS Lambda pricing", Arm. */
  private static final double INVOCATION = 0.20 / 1_000_000;

  private static final double GIGABYTE_SECOND = 0.0000133334;

  /** "Amazon DynamoDB pricing", on demand. */
  private static final double WRITE = 0.625 / 1_000_000;

  private static final double READ = 0.125 / 1_000_000;

  private static final String TABLE = "dynamodb:";

  private static final Set<String> READS =
      Set.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchGetItem");

  /**
   * The bill.
   *
   * @param calls by action
   */
  static Bill of(long transitions, LambdaLoad load, Map<String, Long> calls) {
    double gigabyteSeconds =
        Catalogue.workers().stream()
            .mapToDouble(
                each ->
                    seconds(load.busy().getOrDefault(each.name(), Duration.ZERO)) * gigabytes(each))
            .sum();
    long invocations = load.invocations().values().stream().mapToLong(Long::longValue).sum();
    return new Bill(
        transitions * TRANSITION,
        invocations * INVOCATION + gigabyteSeconds * GIGABYTE_SECOND,
        calls.entrySet().stream()
            .filter(each -> each.getKey().startsWith(TABLE))
            .mapToDouble(each -> each.getValue() * (READS.contains(each.getKey()) ? READ : WRITE))
            .sum());
  }

  double total() {
    return states + functions + items;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static double gigabytes(WorkerFunction worker) {
    return worker.memoryMb() / 1024.0;
  }
}
