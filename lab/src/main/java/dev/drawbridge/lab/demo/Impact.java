package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.consumer.Attempt;
import dev.drawbridge.lab.database.Dialect;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a load saw of a failover.
 *
 * @param dialect knows what a server says that only reads
 * @param killed when the writer's process was killed
 * @param victim the number of that server
 * @param writes every write, in order
 * @param reads every read, in order
 */
public record Impact(
    Dialect dialect, Instant killed, int victim, List<Attempt> writes, List<Attempt> reads) {

  /** Keeps copies. */
  public Impact {
    writes = List.copyOf(writes);
    reads = List.copyOf(reads);
  }

  /** When the first write after the kill had succeeded, whatever became of later ones. */
  public Optional<Instant> firstGoodWrite() {
    return writes.stream()
        .filter(Attempt::succeeded)
        .filter(write -> write.at().isAfter(killed))
        .map(Attempt::end)
        .findFirst();
  }

  /** When the first write had succeeded that no failed one followed. */
  public Optional<Instant> writesAgain() {
    int failed = writes.size() - 1;
    while (failed >= 0 && writes.get(failed).succeeded()) {
      failed--;
    }
    return writes.stream()
        .skip(failed + 1L)
        .filter(write -> write.at().isAfter(killed))
        .map(Attempt::end)
        .findFirst();
  }

  /** From the last good write before the kill to the first good one that no failed one followed. */
  public Optional<Duration> writeOutage() {
    Instant lastGood =
        writes.stream()
            .filter(Attempt::succeeded)
            .map(Attempt::end)
            .filter(end -> !end.isAfter(killed))
            .reduce(killed, (earlier, later) -> later);
    return writesAgain().map(again -> Duration.between(lastGood, again));
  }

  /** When the first read had reached the server that was killed, by then a reader. */
  public Optional<Instant> victimRead() {
    return reads.stream()
        .filter(Attempt::succeeded)
        .filter(read -> read.at().isAfter(killed) && read.server() == victim)
        .map(Attempt::end)
        .findFirst();
  }

  /** Whether a write has succeeded that began after that. */
  public boolean writesSince(Instant moment) {
    return writes.stream().anyMatch(write -> write.succeeded() && write.at().isAfter(moment));
  }

  /** Writes that failed, for whatever reason. */
  public int writeErrors() {
    return failed(writes);
  }

  /** Reads that failed, for whatever reason. */
  public int readErrors() {
    return failed(reads);
  }

  /** The longest time between the ends of two good reads that followed each other. */
  public Duration longestReadGap() {
    List<Instant> good = reads.stream().filter(Attempt::succeeded).map(Attempt::end).toList();
    Duration longest = Duration.ZERO;
    for (int i = 1; i < good.size(); i++) {
      Duration gap = Duration.between(good.get(i - 1), good.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return longest;
  }

  /** Reads that succeeded while writes did not. */
  public long readsDuringOutage() {
    Instant until = writesAgain().orElse(Instant.MAX);
    return reads.stream()
        .filter(Attempt::succeeded)
        .filter(read -> read.at().isAfter(killed) && read.at().isBefore(until))
        .count();
  }

  /** Writes begun within that time that reached a server which only reads; {@code to} excluded. */
  public int misdirected(Instant from, Instant to) {
    Predicate<Attempt> within = write -> !write.at().isBefore(from) && write.at().isBefore(to);
    return Math.toIntExact(writes.stream().filter(within).filter(this::isMisdirected).count());
  }

  /** Whether the write reached a server that only reads. */
  public boolean isMisdirected(Attempt write) {
    return write.error() instanceof SQLException refused && dialect.isReadOnly(refused);
  }

  private static int failed(List<Attempt> attempts) {
    return Math.toIntExact(attempts.stream().filter(attempt -> !attempt.succeeded()).count());
  }
}
