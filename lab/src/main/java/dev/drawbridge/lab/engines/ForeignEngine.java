package dev.drawbridge.lab.engines;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateMachine;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

/**
 * Any engine that speaks Step Functions' API, with the machines of the catalogue deployed to it.
 */
public final class ForeignEngine implements AutoCloseable {
  private final SfnClient client;
  private final Caller owner;
  private final Map<String, Adaptation> adaptations = new LinkedHashMap<>();

  /**
   * @param endpoint where it answers
   * @param owner whose keys calls are signed with
   */
  public ForeignEngine(URI endpoint, Caller owner) {
    this.owner = owner;
    this.client =
        SfnClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(owner.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(owner.account(), "unused")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /**
   * Creates the machines, or brings those that are there up to date.
   *
   * @param functions the workers' ARNs by their placeholders
   * @return the machines' ARNs by their placeholders
   */
  public Map<String, String> deploy(Map<String, String> functions) {
    Map<String, String> all = new HashMap<>(functions);
    Map<String, String> machines = new HashMap<>();
    for (StateMachine machine : Catalogue.stateMachines()) {
      adaptations.put(
          machine.name(),
          Adaptation.of(
              machine.bound(owner.partition(), all),
              definition -> refusal(machine.name(), definition)));
      String arn = find(machine.name()).orElseThrow();
      all.put(machine.placeholder(), arn);
      machines.put(machine.placeholder(), arn);
    }
    return machines;
  }

  /** What each machine had to do without, by its name. */
  public Map<String, Adaptation> adaptations() {
    return Map.copyOf(adaptations);
  }

  /** Starts an execution and returns its ARN. */
  public String start(String machineArn, String input) {
    String name = "engine-" + UUID.randomUUID();
    return client
        .startExecution(r -> r.stateMachineArn(machineArn).name(name).input(input))
        .executionArn();
  }

  /** How an execution stands. */
  public DescribeExecutionResponse describe(String executionArn) {
    return client.describeExecution(r -> r.executionArn(executionArn));
  }

  /** All executions of a machine, newest first. */
  public List<String> executions(String machineArn) {
    return client.listExecutions(r -> r.stateMachineArn(machineArn)).executions().stream()
        .map(each -> each.executionArn())
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }

  private Optional<String> refusal(String name, String definition) {
    try {
      Optional<String> there = find(name);
      if (there.isPresent()) {
        client.updateStateMachine(r -> r.stateMachineArn(there.get()).definition(definition));
      } else {
        String role = "arn:%s:iam::%s:role/states".formatted(owner.partition(), owner.account());
        client.createStateMachine(r -> r.name(name).definition(definition).roleArn(role));
      }
      return Optional.empty();
    } catch (InvalidDefinitionException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    } catch (SfnException failure) {
      // Engines that do not know AWS's error for it answer some other 4xx.
      if (failure.statusCode() >= 500) {
        throw failure;
      }
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }

  private Optional<String> find(String name) {
    return client.listStateMachines().stateMachines().stream()
        .filter(each -> each.name().equals(name))
        .map(StateMachineListItem::stateMachineArn)
        .findFirst();
  }
}
