package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.Map;
import java.util.Optional;

/** What IAM has to know of the world to judge a request. */
public interface Facts {
  /** The tags of a resource at this moment; empty for one that is not there, or has none. */
  Map<String, String> tags(String arn);

  /** The name of a table's partition key. */
  Optional<String> partitionKey(Caller caller, String tableNameOrArn);

  /** The ARN of the key that a topic's messages are encrypted with. */
  Optional<String> topicKey(String topicArn);

  /** Whether the account has a load balancer in the region. */
  boolean hasLoadBalancer(Caller caller);

  /** The ARN of the state machine whose execution waits with a task token. */
  Optional<String> machineOfToken(String taskToken);
}
