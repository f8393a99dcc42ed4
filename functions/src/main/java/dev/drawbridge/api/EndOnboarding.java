package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;

/** {@code DELETE /onboardings/{id}}: takes a consumer's path away. */
public final class EndOnboarding extends ApiWorker {
  private final Settings settings;
  private final Onboardings onboardings;

  public EndOnboarding() {
    this(Environment.lambda());
  }

  public EndOnboarding(Environment environment) {
    this.settings = environment.settings();
    this.onboardings = Stores.onboardings(environment);
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    String id = call.path("id", OnboardingId.FORM);
    Access access = Access.of(settings, call.account());
    var _ =
        onboardings
            .find(id)
            .filter(onboarding -> access.mayRemove(call.caller(), onboarding))
            .orElseThrow(() -> Refusal.notFound("onboarding", id));
    throw new Refusal(
        Problem.Kind.NOT_BUILT_YET,
        "onboarding %s stays: the state machine that takes a path away is not part of this release;"
                .formatted(id)
            + " reject the endpoint and remove the principal by hand");
  }
}
