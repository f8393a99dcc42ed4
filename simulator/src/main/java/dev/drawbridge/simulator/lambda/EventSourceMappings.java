package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.sqs.QueueReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every mapping of a queue to a function, and those that poll for them. */
public final class EventSourceMappings {
  private static final List<String> ACTIONS =
      List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private final Map<String, QueuePoller> pollers = new LinkedHashMap<>();
  private final Scheduler scheduler;
  private final LambdaService lambda;
  private final QueueReader queues;
  private final Spread delay;
  private MappingRoles roles = (role, action, queue) -> true;

  /**
   * No mappings yet, and roles that may do everything.
   *
   * @param delay from a message's arrival to its receipt
   */
  public EventSourceMappings(
      Scheduler scheduler, LambdaService lambda, QueueReader queues, Spread delay) {
    this.scheduler = scheduler;
    this.lambda = lambda;
    this.queues = queues;
    this.delay = delay;
  }

  /** From now on functions' roles are judged. */
  public void judgeRoles(MappingRoles value) {
    roles = value;
  }

  /**
   * Begins to hand a queue's messages to a function.
   *
   * @throws ServiceError InvalidParameterValueException; ResourceConflictException (409)
   */
  EventSourceMapping open(
      FunctionName function, String queueArn, int batchSize, boolean reports, int mostAtOnce) {
    check(function, queueArn);
    EventSourceMapping mapping =
        new EventSourceMapping(uuid(), queueArn, function, batchSize, reports, mostAtOnce);
    QueuePoller poller = new QueuePoller(scheduler, lambda, queues, roles, delay, mapping);
    pollers.put(mapping.uuid(), poller);
    poller.open();
    return mapping;
  }

  /**
   * The mapping of that name.
   *
   * @throws ServiceError ResourceNotFoundException (404)
   */
  EventSourceMapping get(String uuid) {
    QueuePoller poller = pollers.get(uuid);
    if (poller == null) {
      throw ServiceError.of(
          404, "ResourceNotFoundException", "The resource you requested does not exist.");
    }
    return poller.mapping();
  }

  /** Ends a mapping; what runs goes on to its end. */
  void close(String uuid) {
    QueuePoller poller = pollers.remove(uuid);
    if (poller != null) {
      poller.close();
    }
  }

  private void check(FunctionName function, String queueArn) {
    Duration timeout = lambda.timeout(function);
    Duration visibility = queues.visibility(queueArn).orElseThrow(EventSourceMappings::noQueue);
    Caller role = lambda.role(function);
    for (String action : ACTIONS) {
      if (!roles.may(role, action, queueArn)) {
        throw invalid(
            "The provided execution role does not have permissions to call %s on SQS"
                .formatted(action.substring("sqs:".length())));
      }
    }
    if (visibility.compareTo(timeout) < 0) {
      throw invalid(
          "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
              .formatted(visibility.toSeconds(), timeout.toSeconds()));
    }
    pollers.values().stream()
        .map(QueuePoller::mapping)
        .filter(each -> each.queueArn().equals(queueArn) && each.function().equals(function))
        .findFirst()
        .ifPresent(
            each -> {
              throw ServiceError.of(
                  409,
                  "ResourceConflictException",
                  "The event source arn (\" %s \") and function (\" %s \") provided mapping already exists. Please update or delete the existing mapping with UUID %s"
                      .formatted(queueArn, function.name(), each.uuid()));
            });
  }

  private static ServiceError noQueue() {
    return invalid(
        "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist for this wsdl version.");
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValueException", message);
  }

  private String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
