package dev.drawbridge.infra;

import dev.drawbridge.workflows.EventQueue;
import dev.drawbridge.workflows.WorkerFunction;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The queue of the events of RDS: where hundreds of databases fail over at once they wait here for
 * few workers, which take several at a time; one that cannot be handled is tried for hours and
 * holds up no other.
 */
final class DatabaseEvents {
  private final Queue queue;

  DatabaseEvents(
      Construct scope, ResourceNames names, WorkerFunction worker, DeadLetters deadLetters) {
    queue =
        Queue.Builder.create(scope, "DatabaseEvents")
            .queueName(names.databaseEvents())
            // As the dead letters: EventBridge writes here, and nothing in it is secret.
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(Duration.seconds(EventQueue.visibility(worker).toSeconds()))
            .retentionPeriod(Duration.days(EventQueue.RETENTION.toDays()))
            .deadLetterQueue(
                DeadLetterQueue.builder()
                    .queue(deadLetters.of(worker.name()))
                    .maxReceiveCount(EventQueue.TRIES)
                    .build())
            .build();
  }

  Queue queue() {
    return queue;
  }

  /** Without a window to gather in: a single event must not wait for others. */
  void feed(Alias alias) {
    alias.addEventSourceMapping(
        "DatabaseEvents",
        EventSourceMappingOptions.builder()
            .eventSourceArn(queue.getQueueArn())
            .batchSize(EventQueue.BATCH)
            .maxConcurrency(EventQueue.AT_ONCE)
            .reportBatchItemFailures(true)
            .build());
  }
}
