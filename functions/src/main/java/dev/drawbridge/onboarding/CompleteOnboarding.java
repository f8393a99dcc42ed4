package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the result into the claim, where the next run with the same request finds it. */
public final class CompleteOnboarding extends Worker<CompleteOnboarding.Input, OnboardingResult> {
  /**
   * Input of CompleteOnboarding; its output is {@link OnboardingResult}.
   *
   * @param instancePorts that instances may have; null if they have none, and in a run that an
   *     older release started
   */
  public record Input(
      String executionArn,
      int attempt,
      OnboardingKey key,
      OnboardRequest request,
      Provider provider,
      Database database,
      EndpointService service,
      Access access,
      @Nullable InstancePortRange instancePorts) {}

  private final Claims claims;
  private final Exposures exposures;
  private final Records records;
  private final InstantSource clock;

  public CompleteOnboarding() {
    this(Environment.lambda());
  }

  public CompleteOnboarding(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.exposures = Stores.exposures(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
  }

  @Override
  public OnboardingResult handle(Input input) {
    OnboardingResult result = Handover.of(input, instances(input), Prices.published());
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

  /** Which instance has which port; no read where none has. */
  private List<InstancePort> instances(Input input) {
    return input.instancePorts() == null
        ? List.of()
        : exposures.findOrFirst(input.database().arn()).instances();
  }
}
