package dev.drawbridge.handler;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.CompleteOnboardingInput;
import dev.drawbridge.model.OnboardingResult;
import dev.drawbridge.plan.Handover;
import dev.drawbridge.plan.Prices;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Worker;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Writes the result into the claim, where the next run with the same request finds it. */
public final class CompleteOnboarding extends Worker<CompleteOnboardingInput, OnboardingResult> {
  private final Claims claims;
  private final InstantSource clock;

  public CompleteOnboarding() {
    this(Environment.lambda());
  }

  public CompleteOnboarding(Environment environment) {
    super(CompleteOnboardingInput.class);
    this.claims = Stores.claims(environment);
    this.clock = environment.clock();
  }

  @Override
  public OnboardingResult handle(CompleteOnboardingInput input) {
    OnboardingResult result = Handover.of(input, Prices.published());
    claims.end(
        input.request().key(),
        input.executionArn(),
        ClaimState.ONBOARDED,
        new String(Json.LENIENT.write(result), StandardCharsets.UTF_8),
        clock.instant());
    return result;
  }
}
