package dev.drawbridge.simulator.sqs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A standard queue and the messages in it, oldest first. */
final class Queue {
  private final String url;
  private final String arn;
  private final QueueAttributes attributes;
  private final List<Stored> messages = new ArrayList<>();

  Queue(String url, String arn, QueueAttributes attributes) {
    this.url = url;
    this.arn = arn;
    this.attributes = attributes;
  }

  /** A message; hidden from receivers until {@code visibleAt}. */
  record Stored(String id, String body, String receipt, Instant visibleAt) {
    Stored received(String newReceipt, Instant until) {
      return new Stored(id, body, newReceipt, until);
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

  void add(Stored message) {
    messages.add(message);
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
