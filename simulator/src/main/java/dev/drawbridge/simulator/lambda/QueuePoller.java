package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.sqs.QueueReader;
import dev.drawbridge.simulator.sqs.QueueReader.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands the messages of a queue to a function, and deletes those that it has taken. Pollers wait at
 * the queue, so that a message waits for nobody's next look; how their number grows is not
 * modelled.
 */
final class QueuePoller {
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final Scheduler scheduler;
  private final LambdaService lambda;
  private final QueueReader queues;
  private final MappingRoles roles;
  private final Spread delay;
  private final EventSourceMapping mapping;
  private int running;
  private boolean closed;
  private @Nullable Instant next;

  QueuePoller(
      Scheduler scheduler,
      LambdaService lambda,
      QueueReader queues,
      MappingRoles roles,
      Spread delay,
      EventSourceMapping mapping) {
    this.scheduler = scheduler;
    this.lambda = lambda;
    this.queues = queues;
    this.roles = roles;
    this.delay = delay;
    this.mapping = mapping;
  }

  EventSourceMapping mapping() {
    return mapping;
  }

  /** Begins, with what is there already. */
  void open() {
    queues.onArrival(mapping.queueArn(), this::arrived);
    arrived();
  }

  /** What runs goes on to its end. */
  void close() {
    closed = true;
  }

  private void arrived() {
    if (!closed) {
      pollAt(scheduler.now().plus(delay.draw(scheduler.random())));
    }
  }

  private void pollAt(Instant at) {
    Instant planned = next;
    if (planned != null && !at.isBefore(planned)) {
      return;
    }
    next = at;
    scheduler.at(
        at,
        () -> {
          if (at.equals(next)) {
            next = null;
            poll();
          }
        });
  }

  private void poll() {
    while (!closed && running < mapping.mostAtOnce() && may("sqs:ReceiveMessage")) {
      List<Received> batch = queues.receive(mapping.queueArn(), mapping.batchSize());
      if (batch.isEmpty()) {
        queues.nextVisible(mapping.queueArn()).ifPresent(this::pollAt);
        return;
      }
      running++;
      Instant visibleAgain =
          scheduler.now().plus(queues.visibility(mapping.queueArn()).orElse(Duration.ZERO));
      invoke(batch, visibleAgain);
    }
  }

  private void invoke(List<Received> batch, Instant visibleAgain) {
    FunctionName function = mapping.function();
    Caller caller = new Caller(function.account(), function.region(), "service");
    String event = BatchEvent.of(batch, mapping.queueArn(), function.region(), function.account());
    try {
      lambda.invoke(caller, function.invokedArn(), event, result -> done(batch, result));
    } catch (ServiceError refused) {
      // "Lambda continues to retry the message until the message's timestamp exceeds your queue's
      // visibility timeout" ("Backoff strategy for failed invocations").
      if (scheduler.now().plus(BACK_OFF).isBefore(visibleAgain)) {
        scheduler.after(BACK_OFF, () -> invoke(batch, visibleAgain));
      } else {
        ended();
      }
    }
  }

  private void done(List<Received> batch, InvocationResult result) {
    Set<String> sent = batch.stream().map(Received::id).collect(Collectors.toSet());
    Set<String> failed = BatchAnswer.failed(result, mapping.reportsFailures(), sent);
    if (!failed.containsAll(sent) && may("sqs:DeleteMessage")) {
      batch.stream()
          .filter(message -> !failed.contains(message.id()))
          .forEach(message -> queues.delete(mapping.queueArn(), message.receipt()));
    }
    ended();
  }

  private void ended() {
    running--;
    poll();
  }

  private boolean may(String action) {
    return roles.may(lambda.role(mapping.function()), action, mapping.queueArn());
  }
}
