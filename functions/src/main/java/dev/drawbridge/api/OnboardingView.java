package dev.drawbridge.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An onboarding as the API shows it: the schema {@code Onboarding} of openapi.json. */
record OnboardingView(
    String id,
    String databaseIdentifier,
    String consumerAccountId,
    boolean accountProven,
    List<String> requestedBy,
    Instant requestedAt,
    int attempt,
    String status,
    String stands,
    @Nullable String waitsFor,
    @Nullable String approvalId,
    List<String> claimedEndpoints,
    @Nullable String serviceName,
    @JsonRawValue @Nullable String result,
    @Nullable String failure) {}
