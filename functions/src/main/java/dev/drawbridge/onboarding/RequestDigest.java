package dev.drawbridge.onboarding;

import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes two requests the same.
 *
 * <p>Who asks is left out: a second person with the same wish joins the run that is under way. The
 * order of lists is left out too, and what is said of the exposure, which changes nothing.
 */
public final class RequestDigest {
  private RequestDigest() {}

  public static String of(OnboardRequest request, OnboardingKey key) {
    List<Object> parts = new ArrayList<>();
    parts.add(key.databaseArn());
    parts.add(key.principal());
    parts.add(String.valueOf(request.consumerVpcId()));
    parts.add(request.consumerCidrs().stream().sorted().toList());
    // Without them it is what an earlier release made of the same request.
    if (!request.purpose().isEmpty() || !request.validUntil().isEmpty()) {
      parts.add(request.purpose());
      parts.add(request.validUntil());
    }
    return Digest.of(parts);
  }
}
