package dev.drawbridge.handler;

import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.Provider;
import dev.drawbridge.model.ValidateRequestInput;
import dev.drawbridge.model.ValidatedRequest;
import dev.drawbridge.plan.OnboardRequestReader;
import dev.drawbridge.plan.PathName;
import dev.drawbridge.plan.RequestDigest;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/** Refuses a wrong request before anything is done. Calls nothing. */
public final class ValidateRequest extends Worker<ValidateRequestInput, ValidatedRequest> {
  public ValidateRequest() {
    super(ValidateRequestInput.class);
  }

  /** Needs nothing of its environment; there so that every worker is made alike. */
  public ValidateRequest(Environment environment) {
    this();
  }

  @Override
  public ValidatedRequest handle(ValidateRequestInput input) {
    Provider provider = Provider.ofExecution(input.executionArn());
    OnboardRequest request = OnboardRequestReader.read(input.request(), provider.accountId());
    OnboardingKey key = request.key();
    return new ValidatedRequest(request, provider, RequestDigest.of(request), PathName.of(key));
  }
}
