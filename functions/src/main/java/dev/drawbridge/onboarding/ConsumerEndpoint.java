package dev.drawbridge.onboarding;

import java.time.Instant;

/**
 * What ends the wait for the consumer: an endpoint that is there.
 *
 * @param approved an earlier attempt accepted this very endpoint, so nobody is asked again
 */
public record ConsumerEndpoint(
    String endpointId, String ownerAccountId, String state, Instant createdAt, boolean approved) {}
