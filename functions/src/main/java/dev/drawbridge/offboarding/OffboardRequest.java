package dev.drawbridge.offboarding;

import dev.drawbridge.model.OnboardingKey;

/**
 * Output of ValidateOffboarding: whose path ends.
 *
 * @param teardown whether what was built goes too, if nobody else is left
 */
public record OffboardRequest(OnboardingKey key, boolean teardown) {}
