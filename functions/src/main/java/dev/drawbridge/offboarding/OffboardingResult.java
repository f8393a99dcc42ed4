package dev.drawbridge.offboarding;

/**
 * What an offboarding gives back.
 *
 * @param status always {@code OFFBOARDED}
 * @param teardown {@code TEAR_DOWN}, {@code KEPT} or {@code NOT_ASKED}
 * @param message what became of what was built
 */
public record OffboardingResult(
    String status,
    String databaseIdentifier,
    String consumerAccountId,
    String teardown,
    String message) {}
