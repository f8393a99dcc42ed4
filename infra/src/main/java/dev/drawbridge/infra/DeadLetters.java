package dev.drawbridge.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where events and notices end that could not be delivered, or whose worker failed each time. */
final class DeadLetters {
  private final Queue queue;

  DeadLetters(Construct scope, ResourceNames names) {
    queue =
        Queue.Builder.create(scope, "DeadLetters")
            .queueName(names.deadLetters())
            // EventBridge, SNS and Lambda all write here: a key of ours would need three statements
            // and would protect nothing that is secret.
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            .build();
  }

  Queue queue() {
    return queue;
  }
}
