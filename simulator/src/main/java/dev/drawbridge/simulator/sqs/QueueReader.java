package dev.drawbridge.simulator.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What another service reads of queues in somebody's name: Lambda for a function. */
public final class QueueReader {
  private final SqsState state;

  QueueReader(SqsState state) {
    this.state = state;
  }

  /**
   * A message as it was received.
   *
   * @param receives how often it was received, this time included
   * @param md5 the digest of its body
   */
  public record Received(
      String id,
      String receipt,
      String body,
      String md5,
      Instant sentAt,
      Instant firstAt,
      int receives) {}

  /** For how long a queue hides a message that was received; empty if there is no such queue. */
  public Optional<Duration> visibility(String queueArn) {
    return state.byArn(queueArn).map(queue -> queue.attributes().visibility());
  }

  /** Receives up to {@code most} messages, the oldest first. */
  public List<Received> receive(String queueArn, int most) {
    return state.byArn(queueArn).stream()
        .flatMap(queue -> state.receive(queue, most, queue.attributes().visibility()).stream())
        .map(QueueReader::read)
        .toList();
  }

  private static Received read(Queue.Stored taken) {
    Instant firstAt = taken.firstAt();
    return new Received(
        taken.id(),
        taken.receipt(),
        taken.body(),
        Md5.of(taken.body()),
        taken.sentAt(),
        firstAt == null ? taken.sentAt() : firstAt,
        taken.receives());
  }

  /** Deletes a message by what it was received under last. */
  public void delete(String queueArn, String receipt) {
    state.byArn(queueArn).ifPresent(queue -> queue.delete(receipt));
  }

  /** When the next message is visible; empty if there is none. */
  public Optional<Instant> nextVisible(String queueArn) {
    return state.byArn(queueArn).stream()
        .flatMap(queue -> queue.messages().stream())
        .map(Queue.Stored::visibleAt)
        .min(Instant::compareTo);
  }

  /** Runs {@code listener} whenever a message has come into a queue. */
  public void onArrival(String queueArn, Runnable listener) {
    state.byArn(queueArn).ifPresent(queue -> queue.onArrival(listener));
  }
}
