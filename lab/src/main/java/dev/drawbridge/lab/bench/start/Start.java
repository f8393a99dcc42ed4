package dev.drawbridge.lab.bench.start;

import java.time.Duration;

/**
 * What a handler's start costs.
 *
 * @param handler whose
 * @param init CPU time until it could take its first call, priming included
 * @param firstCall CPU time of that call
 */
record Start(String handler, Duration init, Duration firstCall) {
  Duration total() {
    return init.plus(firstCall);
  }
}
