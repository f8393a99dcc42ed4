package dev.drawbridge.infra;

import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Where events and notices end that could not be delivered, or whose worker failed each time: a
 * queue for each worker, so that what is lost of one hides nothing of another.
 */
final class DeadLetters {
  private final Map<String, Queue> queues = new TreeMap<>();

  DeadLetters(Construct scope, ResourceNames names) {
    workers().forEach(worker -> queues.put(worker, queue(scope, names, worker)));
  }

  /** The names of the workers that have one. */
  static List<String> workers() {
    return Catalogue.workers().stream()
        .filter(worker -> Triggers.hasDeadLetters(worker.trigger()))
        .map(WorkerFunction::name)
        .sorted()
        .toList();
  }

  Queue of(String worker) {
    return Objects.requireNonNull(queues.get(worker));
  }

  private static Queue queue(Construct scope, ResourceNames names, String worker) {
    return Queue.Builder.create(scope, "DeadLettersOf" + worker)
        .queueName(names.deadLetters(worker))
        // EventBridge, SNS and Lambda all write here: a key of ours would need three statements
        // and would protect nothing that is secret.
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true)
        .retentionPeriod(Duration.days(14))
        .build();
  }
}
