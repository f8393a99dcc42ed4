package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question about endpoint {@code vpce-1} of an account, for tests to vary. */
public record SomeQuestion(
    String id,
    Enforcement enforcement,
    List<String> cidrs,
    List<WaitingEndpoint> waiting,
    @Nullable String region,
    @Nullable String change,
    Instant validUntil) {
  public static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws:rds:eu-central-1:111111111111:cluster:orders", "arn:aws:iam::222222222222:root");
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** One that is open for an hour, about an endpoint that waits; nothing is filtered. */
  public static SomeQuestion open() {
    return new SomeQuestion(
        "0".repeat(32),
        Enforcement.OFF,
        List.of(),
        List.of(new WaitingEndpoint("vpce-1", NOW, "")),
        "eu-central-1",
        null,
        NOW.plusSeconds(3600));
  }

  public SomeQuestion called(String other) {
    return new SomeQuestion(other, enforcement, cidrs, waiting, region, change, validUntil);
  }

  public SomeQuestion filtering(String... addresses) {
    return new SomeQuestion(
        id, Enforcement.ON, List.of(addresses), waiting, region, change, validUntil);
  }

  public SomeQuestion besides(WaitingEndpoint... those) {
    return new SomeQuestion(id, enforcement, cidrs, List.of(those), region, change, validUntil);
  }

  public SomeQuestion changing(String what) {
    return new SomeQuestion(id, enforcement, cidrs, waiting, region, what, validUntil);
  }

  /** The same about an endpoint in another Region; null for one that AWS did not list. */
  public SomeQuestion in(@Nullable String other) {
    return new SomeQuestion(id, enforcement, cidrs, waiting, other, change, validUntil);
  }

  public SomeQuestion until(Instant end) {
    return new SomeQuestion(id, enforcement, cidrs, waiting, region, change, end);
  }

  public ApprovalSubject subject() {
    return new ApprovalSubject(
        KEY, "vpce-svc-1", "vpce-1", enforcement, cidrs, "cluster-A", 3306, 3307, null, "", "");
  }

  public Approval asked() {
    return new Approval(
        id,
        1,
        KEY,
        "vpce-svc-1",
        "vpce-1",
        "digest",
        "arn:aws:states:eu-central-1:111111111111:execution:onboard-consumer:x",
        null,
        List.of(),
        true,
        true,
        waiting,
        region,
        subject(),
        change,
        List.of(),
        1,
        validUntil,
        ApprovalStatus.PENDING,
        List.of());
  }
}
