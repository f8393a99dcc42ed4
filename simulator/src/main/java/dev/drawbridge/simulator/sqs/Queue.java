package dev.drawbridge.simulator.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A standard queue and the messages in it, oldest first. */
final class Queue {
  private final String url;
  private final String arn;
  private final QueueAttributes attributes;
  private final List<Stored> messages = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();

  Queue(String url, String arn, QueueAttributes attributes) {
    this.url = url;
    this.arn = arn;
    this.attributes = attributes;
  }

  /**
   * A message; hidden from receivers until {@code visibleAt}.
   *
   * @param receives how often it was received so far
   * @param firstAt when it was received first; null if it was not
   */
  record Stored(
      String id,
      String body,
      String receipt,
      Instant sentAt,
      Instant visibleAt,
      int receives,
      @Nullable Instant firstAt) {
    Stored received(String newReceipt, Instant now, Duration hidden) {
      return new Stored(
          id,
          body,
          newReceipt,
          sentAt,
          now.plus(hidden),
          receives + 1,
          firstAt == null ? now : firstAt);
    }
  }

  String url() {
    return url;
  }

  String arn() {
    return arn;
  }

  QueueAttributes attributes() {
    return attributes;
  }

  /** Puts a message in, and tells those who want to know. */
  void add(Stored message) {
    messages.add(message);
    listeners.forEach(Runnable::run);
  }

  /** Runs {@code listener} whenever a message has come in. */
  void onArrival(Runnable listener) {
    listeners.add(listener);
  }

  /** Takes a message out. */
  void remove(Stored message) {
    messages.remove(message);
  }

  /** Forgets what is older than the queue keeps it. */
  void expire(Instant now) {
    messages.removeIf(message -> !message.sentAt().plus(attributes.retention()).isAfter(now));
  }

  List<Stored> messages() {
    return List.copyOf(messages);
  }

  /** The oldest message that is visible. */
  Optional<Stored> visible(Instant now) {
    return messages.stream().filter(message -> !message.visibleAt().isAfter(now)).findFirst();
  }

  void replace(Stored old, Stored changed) {
    messages.set(messages.indexOf(old), changed);
  }

  void delete(String receipt) {
    messages.removeIf(message -> message.receipt().equals(receipt));
  }
}
