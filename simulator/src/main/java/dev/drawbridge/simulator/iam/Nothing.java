package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.Map;
import java.util.Optional;

/** The facts of a world that has nothing in it. */
record Nothing() implements Facts {
  @Override
  public Map<String, String> tags(String arn) {
    return Map.of();
  }

  @Override
  public Optional<String> partitionKey(Caller caller, String tableNameOrArn) {
    return Optional.empty();
  }

  @Override
  public Optional<String> topicKey(String topicArn) {
    return Optional.empty();
  }

  @Override
  public boolean hasLoadBalancer(Caller caller) {
    return false;
  }

  @Override
  public Optional<String> machineOfToken(String taskToken) {
    return Optional.empty();
  }
}
