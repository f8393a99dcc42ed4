package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Refuses a wrong request before anything is done, and decides which database it means. Calls: 3 to
 * RDS at most.
 */
public final class ValidateRequest extends Worker<ValidateRequest.Input, ValidatedRequest> {
  /**
   * Input of ValidateRequest.
   *
   * @param request whatever the execution was started with
   * @param executionArn says where Drawbridge runs
   */
  public record Input(JsonNode request, String executionArn) {}

  private final Requests requests;

  public ValidateRequest() {
    this(Environment.lambda());
  }

  public ValidateRequest(Environment environment) {
    super(Input.class);
    this.requests = new Requests(environment);
  }

  @Override
  public ValidatedRequest handle(Input input) {
    return requests.read(input.request(), Provider.ofExecution(input.executionArn()));
  }
}
