package dev.drawbridge.simulator.sqs;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All queues of the world, by ARN. */
final class SqsState {
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Scheduler scheduler;

  SqsState(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  /**
   * The queue of that name, made unless it exists.
   *
   * @throws ServiceError QueueNameExists where it exists with another value of an attribute
   */
  Queue create(Caller caller, String name, QueueAttributes attributes) {
    String arn = caller.arn("sqs", name);
    String url =
        "https://sqs.%s.amazonaws.com/%s/%s".formatted(caller.region(), caller.account(), name);
    Queue queue = queues.computeIfAbsent(arn, key -> new Queue(url, arn, attributes));
    queue.attributes().checkSame(attributes);
    return queue;
  }

  Optional<Queue> byArn(String arn) {
    return Optional.ofNullable(queues.get(arn));
  }

  /**
   * The queue of a URL.
   *
   * @throws ServiceError QueueDoesNotExist
   */
  Queue byUrl(String url) {
    return queues.values().stream()
        .filter(queue -> queue.url().equals(url))
        .findFirst()
        .orElseThrow(SqsState::absent);
  }

  /**
   * The queue of a URL, for a caller.
   *
   * @param action for example {@code SendMessage}
   * @throws ServiceError QueueDoesNotExist; AccessDenied (403) where it is another account's and
   *     its policy does not allow the action
   */
  Queue byUrl(String url, String action, Caller caller) {
    if (!url.matches(".*/\\d{12}/[^/]+")) {
      throw ServiceError.of(
          404, "InvalidAddress", "The address %s is not valid for this endpoint.".formatted(url));
    }
    Queue queue = byUrl(url);
    boolean own = queue.arn().split(":", 6)[4].equals(caller.account());
    if (!own && !queue.attributes().allow(queue.arn(), action, caller)) {
      throw ServiceError.of(
          403,
          "AccessDenied",
          "User: %s is not authorized to perform: sqs:%s on resource: %s because no"
                  .formatted(caller.sessionArn(), action.toLowerCase(Locale.ROOT), queue.arn())
              + " resource-based policy allows the sqs:%s action"
                  .formatted(action.toLowerCase(Locale.ROOT)));
    }
    return queue;
  }

  static ServiceError absent() {
    return ServiceError.client(
        "QueueDoesNotExist", "The specified queue does not exist for this wsdl version.");
  }

  Queue.Stored send(Queue queue, String body) {
    return send(queue, new Queue.Stored(uuid(), body, "", now(), now(), 0, null));
  }

  private static Queue.Stored send(Queue queue, Queue.Stored message) {
    queue.add(message);
    return message;
  }

  /**
   * Receives up to {@code most} messages, the oldest that are visible. One that was received as
   * often as the queue's redrive policy allows is moved instead.
   *
   * @param hidden for how long nobody else receives them
   */
  List<Queue.Stored> receive(Queue queue, int most, Duration hidden) {
    return Stream.generate(() -> receive(queue, hidden))
        .limit(most)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Queue.Stored> receive(Queue queue, Duration hidden) {
    queue.expire(now());
    Optional<Queue.Stored> next = queue.visible(now());
    while (next.filter(message -> redriven(queue, message)).isPresent()) {
      next = queue.visible(now());
    }
    return next.map(
        message -> {
          Queue.Stored taken = message.received(uuid(), now(), hidden);
          queue.replace(message, taken);
          return taken;
        });
  }

  /** What moves a message keeps its id and its age ("Using dead-letter queues in Amazon SQS"). */
  private boolean redriven(Queue queue, Queue.Stored message) {
    Optional<Queue> deadLetters =
        queue
            .attributes()
            .redrive()
            .filter(policy -> message.receives() >= policy.maxReceiveCount())
            .flatMap(policy -> byArn(policy.deadLetterTargetArn()));
    deadLetters.ifPresent(
        target -> {
          queue.remove(message);
          send(
              target,
              new Queue.Stored(message.id(), message.body(), "", message.sentAt(), now(), 0, null));
        });
    return deadLetters.isPresent();
  }

  private Instant now() {
    return scheduler.now();
  }

  String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
