package dev.drawbridge.lab.installation;

import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.sqs.SqsService;
import dev.drawbridge.workflows.EventQueue;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;

/** The queue of the events of RDS and what feeds its worker, as the CDK application makes them. */
record DatabaseEvents(SqsService queues, LambdaClient lambda, Caller owner) {

  /** Makes the queue, which a rule may fill, and that of its dead letters. Returns its ARN. */
  String make(WorkerFunction worker, String ruleArn) {
    String name = Names.PREFIX + "-" + EventQueue.NAME;
    String letters = Names.PREFIX + "-dead-letters-" + worker.name();
    queues.create(owner, letters);
    queues.create(
        owner,
        name,
        "events.amazonaws.com",
        ruleArn,
        Map.of(
            "VisibilityTimeout",
            Long.toString(EventQueue.visibility(worker).toSeconds()),
            "MessageRetentionPeriod",
            Long.toString(EventQueue.RETENTION.toSeconds()),
            "RedrivePolicy",
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(owner.arn("sqs", letters), EventQueue.TRIES)));
    return owner.arn("sqs", name);
  }

  /** From now on the worker gets what is in the queue. */
  void feed(String function, String queueArn) {
    lambda.createEventSourceMapping(
        r ->
            r.functionName(function)
                .eventSourceArn(queueArn)
                .batchSize(EventQueue.BATCH)
                .scalingConfig(scaling -> scaling.maximumConcurrency(EventQueue.AT_ONCE))
                .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES));
  }
}
