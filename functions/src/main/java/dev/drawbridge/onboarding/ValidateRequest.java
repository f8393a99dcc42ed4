package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/** Refuses a wrong request before anything is done. Calls nothing. */
public final class ValidateRequest extends Worker<ValidateRequest.Input, ValidatedRequest> {
  /**
   * Input of ValidateRequest.
   *
   * @param request whatever the execution was started with
   * @param executionArn says where Drawbridge runs
   */
  public record Input(JsonNode request, String executionArn) {}

  public ValidateRequest() {
    super(Input.class);
  }

  /** Needs nothing of its environment; there so that every worker is made alike. */
  public ValidateRequest(Environment environment) {
    this();
  }

  @Override
  public ValidatedRequest handle(Input input) {
    Provider provider = Provider.ofExecution(input.executionArn());
    OnboardRequest request = OnboardRequestReader.read(input.request(), provider.accountId());
    OnboardingKey key = request.key();
    return new ValidatedRequest(request, provider, RequestDigest.of(request), PathName.of(key));
  }
}
