package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.exposure.ChangeDigest;
import dev.drawbridge.exposure.ExposeRequestReader;
import dev.drawbridge.exposure.QuorumRules;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Refuses a wrong request before anything is done, and decides which database it means. A request
 * that names no consumer is the owner's. Calls: 3 to RDS at most.
 */
public final class ValidateRequest extends Worker<ValidateRequest.Input, RunRequest> {
  /**
   * Input of ValidateRequest.
   *
   * @param request whatever the execution was started with
   * @param executionArn says where Drawbridge runs
   */
  public record Input(JsonNode request, String executionArn) {}

  /** Whoever names any of these means a consumer, also if the consumer itself is missing. */
  private static final List<String> ABOUT_A_CONSUMER =
      List.of(
          "consumerAccountId",
          "consumerRoleArn",
          "consumerCidrs",
          "consumerVpcId",
          "requestedBy",
          "approvers");

  private final Requests requests;
  private final Settings settings;
  private final RandomGenerator random;

  public ValidateRequest() {
    this(Environment.lambda());
  }

  public ValidateRequest(Environment environment) {
    super(Input.class);
    this.requests = new Requests(environment);
    this.settings = environment.settings();
    this.random = environment.random();
  }

  @Override
  public RunRequest handle(Input input) {
    Provider provider = Provider.ofExecution(input.executionArn());
    if (ABOUT_A_CONSUMER.stream().anyMatch(input.request()::has) || !input.request().isObject()) {
      return RunRequest.of(requests.read(input.request(), provider), runName());
    }
    ExposeRequest change = ExposeRequestReader.read(input.request());
    settings
        .optional(Settings.APPROVERS)
        .map(list -> Members.parse(list, provider.accountId()))
        .ifPresent(
            approvers -> QuorumRules.require(change.settings(), approvers, provider.accountId()));
    String databaseArn = requests.database(change.databaseIdentifier(), provider);
    return new RunRequest(
        null, change, provider, databaseArn, null, ChangeDigest.of(databaseArn, change), runName());
  }

  /** Random: whoever could foretell the name of the run's child could take it beforehand. */
  private String runName() {
    return RandomHex.of(random);
  }
}
