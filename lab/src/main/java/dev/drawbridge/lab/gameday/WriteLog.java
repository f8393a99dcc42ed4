package dev.drawbridge.lab.gameday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the tries of a probe say of an outage. */
final class WriteLog {
  private final List<Try> tries = new ArrayList<>();

  private record Try(Instant at, boolean wrote) {}

  void add(Instant at, boolean wrote) {
    tries.add(new Try(at, wrote));
  }

  /** The first good try that no failed one followed; empty where none failed or the last did. */
  Optional<Instant> writesAgain() {
    int last = lastFailure();
    return last < 0 || last + 1 == tries.size()
        ? Optional.empty()
        : Optional.of(tries.get(last + 1).at());
  }

  /** From the last good try before the first failed one to {@link #writesAgain}. */
  Optional<Duration> outage() {
    int first = 0;
    while (first < tries.size() && tries.get(first).wrote()) {
      first++;
    }
    Instant begun = first == tries.size() ? Instant.MAX : tries.get(Math.max(0, first - 1)).at();
    return writesAgain().map(again -> Duration.between(begun, again));
  }

  private int lastFailure() {
    int last = tries.size() - 1;
    while (last >= 0 && tries.get(last).wrote()) {
      last--;
    }
    return last;
  }
}
