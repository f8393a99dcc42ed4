package dev.drawbridge.simulator.sqs;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

  Queue create(Caller caller, String name) {
    String arn = caller.arn("sqs", name);
    String url =
        "https://sqs.%s.amazonaws.com/%s/%s".formatted(caller.region(), caller.account(), name);
    return queues.computeIfAbsent(arn, key -> new Queue(url, arn));
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

  static ServiceError absent() {
    return ServiceError.client(
        "QueueDoesNotExist", "The specified queue does not exist for this wsdl version.");
  }

  Queue.Stored send(Queue queue, String body) {
    Queue.Stored message = new Queue.Stored(uuid(), body, "", scheduler.now());
    queue.add(message);
    return message;
  }

  String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
