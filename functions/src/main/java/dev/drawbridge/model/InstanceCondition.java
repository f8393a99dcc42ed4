package dev.drawbridge.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What RDS says of one instance that its role and place do not.
 *
 * @param status as RDS names it
 * @param authority the CA of its certificate; empty if RDS shows none
 * @param certificateEnds null if RDS shows no certificate
 */
public record InstanceCondition(
    String identifier, String status, String authority, @Nullable Instant certificateEnds) {}
