package dev.drawbridge.simulator.sqs;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQS: standard queues, in order and without delay; no long polling. */
public final class SqsService implements Target {
  private final SqsState state;

  /** No queues yet. */
  public SqsService(Scheduler scheduler) {
    this.state = new SqsState(scheduler);
  }

  /** The API. */
  public Service service() {
    return new Service(
        "sqs",
        Protocol.JSON_1_0,
        "AmazonSQS",
        List.of(
            new CreateQueue(state),
            new GetQueueUrl(state),
            new GetQueueAttributes(state),
            new SendMessage(state),
            new ReceiveMessage(state),
            new DeleteMessage(state)));
  }

  /** What other services read of queues. */
  public QueueReader reader() {
    return new QueueReader(state);
  }

  @Override
  public void take(String arn, String payload) {
    Queue queue =
        state.byArn(arn).orElseThrow(() -> Refused.forGood("queue " + arn + " does not exist"));
    state.send(queue, payload);
  }

  /**
   * Takes what another service sends, if the queue's policy lets that service in: it is let in by
   * nothing else, also where queue and sender are of one account ("Subscribing an Amazon SQS queue
   * to an Amazon SNS topic", Amazon SNS Developer Guide).
   */
  @Override
  public void take(Message message) {
    state.byArn(message.target()).ifPresent(queue -> QueueAccess.check(queue, message));
    take(message.target(), message.payload());
  }

  /** A message as it was taken: its id and the digest of its body. */
  public record Sent(String id, String md5) {}

  /**
   * Sends a message for another service, such as a Task of Step Functions.
   *
   * @throws ServiceError {@code QueueDoesNotExist}; {@code MissingParameter} for an empty body
   */
  public Sent send(String queueUrl, String body) {
    Queue.Stored sent = state.send(state.byUrl(queueUrl), SendMessage.body(body));
    return new Sent(sent.id(), Md5.of(sent.body()));
  }

  /** Makes a queue, unless it exists; no other service may send to it. */
  public void create(Caller owner, String name) {
    state.create(owner, name, QueueAttributes.of(Map.of()));
  }

  /**
   * Makes a queue, unless it exists, to which a service may send for one source, as whoever deploys
   * a subscription, a target or a dead-letter queue does.
   *
   * @param service its principal, for example {@code sns.amazonaws.com}
   * @param sourceArn the topic or rule
   */
  public void create(Caller owner, String name, String service, String sourceArn) {
    create(owner, name, service, sourceArn, Map.of());
  }

  /**
   * The same with further attributes.
   *
   * @param attributes as CreateQueue takes them
   */
  public void create(
      Caller owner, String name, String service, String sourceArn, Map<String, String> attributes) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put("Policy", QueueAccess.policy(owner.arn("sqs", name), service, sourceArn));
    state.create(owner, name, QueueAttributes.of(all));
  }

  /** The bodies of all messages in a queue, oldest first, without receiving them. */
  public List<String> bodies(String arn) {
    return state.byArn(arn).stream()
        .flatMap(queue -> queue.messages().stream())
        .map(Queue.Stored::body)
        .toList();
  }
}
