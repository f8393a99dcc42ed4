package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Writes the result into the claim, where the next run with the same request finds it. */
public final class CompleteOnboarding extends Worker<CompleteOnboarding.Input, OnboardingResult> {
  /** Input of CompleteOnboarding; its output is {@link OnboardingResult}. */
  public record Input(
      String executionArn,
      int attempt,
      OnboardingKey key,
      OnboardRequest request,
      Provider provider,
      Database database,
      EndpointService service,
      Access access) {}

  private final Claims claims;
  private final Records records;
  private final InstantSource clock;

  public CompleteOnboarding() {
    this(Environment.lambda());
  }

  public CompleteOnboarding(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
  }

  @Override
  public OnboardingResult handle(Input input) {
    OnboardingResult result = Handover.of(input, Prices.published());
    claims.end(
        input.key(),
        input.executionArn(),
        ClaimState.ONBOARDED,
        new String(Json.LENIENT.write(result), StandardCharsets.UTF_8),
        clock.instant());
    records.add(
        AuditEntry.about(AuditRecord.Kind.ONBOARDED, input.key())
            .endpoint(input.access().endpointId())
            .run(input.executionArn())
            .at(clock.instant()));
    return result;
  }
}
