package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.RunState;
import dev.drawbridge.model.SealedToken;
import dev.drawbridge.model.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final String RUN =
      "arn:aws-cn:states:cn-north-1:111111111111:execution:onboard-consumer:api-1-2";
  private static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws-cn:rds:cn-north-1:111111111111:cluster:orders",
          "arn:aws-cn:iam::222222222222:root");

  /** Its form is another one in China; EC2 knows which. */
  @Test
  void a_consumer_is_told_the_name_of_the_service_that_ec2_has_answered() {
    String name = "cn.com.amazonaws.vpce.cn-north-1.vpce-svc-1";
    assertThat(serviceName(name, null)).isEqualTo(name);
    assertThat(serviceName(name, new Wait.Question("a", "vpce-1", "digest", false)))
        .isEqualTo(name);
  }

  @Test
  void a_wait_of_an_earlier_release_names_none() {
    assertThat(serviceName(null, null)).isNull();
  }

  private static @Nullable String serviceName(
      @Nullable String serviceName, Wait.@Nullable Question question) {
    Wait wait =
        new Wait(
            KEY,
            RUN,
            "vpce-svc-1",
            serviceName,
            null,
            null,
            question,
            new SealedToken("dG9rZW4="),
            NOW);
    return Standing.of(onboarding(), Optional.of(claim()), Optional.of(wait), StandingTest::nobody)
        .view(onboarding(), null)
        .serviceName();
  }

  private static RunState nobody() {
    throw new AssertionError("Step Functions is asked of a run that has written how it stands");
  }

  private static Claim claim() {
    return Claim.first(KEY, "digest", RUN, ExposureSettings.defaults().at(5432, 5433), NOW);
  }

  private static Onboarding onboarding() {
    return new Onboarding(
        "1",
        1,
        KEY,
        1,
        "api-1-2",
        "digest",
        "{}",
        List.of(Identity.UNKNOWN),
        false,
        NOW,
        null,
        List.of(),
        List.of());
  }
}
