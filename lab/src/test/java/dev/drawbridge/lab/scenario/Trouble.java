package dev.drawbridge.lab.scenario;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Workers that fail in whatever they are asked to do, for as long as a test wants it. */
final class Trouble {
  /** More than Step Functions takes from a task: 256 KiB. */
  private static final int TOO_MUCH = 300_000;

  /** How a worker fails. */
  enum Kind {
    /** Trouble that outlasts every retrier. */
    PASSES,
    /** A missing permission, among other things. */
    STANDS_IN_THE_WAY,
    /** An exception that no table knows, whose message names classes. */
    DEFECT,
    /** Longer than a function may run. */
    HANGS,
    /** An answer that Step Functions does not take. */
    SAYS_TOO_MUCH
  }

  private final Scenario scenario;
  private final Map<String, Kind> failing = new ConcurrentHashMap<>();

  private Trouble(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Trouble for the workers of an installation, none of which has started yet. */
  static Trouble in(Scenario scenario) {
    Trouble trouble = new Trouble(scenario);
    scenario
        .installation()
        .hostWorkers((worker, settings, log, here) -> trouble.around(worker.name(), here.get()));
    return trouble;
  }

  void strike(String worker, Kind kind) {
    failing.put(worker, kind);
  }

  void end() {
    failing.clear();
  }

  private LambdaFunction around(String worker, LambdaFunction code) {
    return (in, out, invocation) -> {
      switch (failing.get(worker)) {
        case null -> code.handle(in, out, invocation);
        case PASSES -> throw new TransientFailure("EC2 InternalError: An internal error occurred");
        case STANDS_IN_THE_WAY -> throw new Conflict("role X may not do ec2:Y; let the role do it");
        case DEFECT ->
            throw new IllegalStateException("java.util.Map$Entry is not {\"a\": 1}\n  at x.java:3");
        case HANGS -> scenario.world().scheduler().pause(Duration.ofHours(1));
        case SAYS_TOO_MUCH ->
            out.write(("\"" + "x".repeat(TOO_MUCH) + "\"").getBytes(StandardCharsets.UTF_8));
      }
    };
  }
}
