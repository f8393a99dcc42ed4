package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.iam.ResourcePolicy;
import java.time.Instant;
import javax.crypto.SecretKey;

/**
 * A symmetric KMS key.
 *
 * @param policy who may use it; KMS gives a key without one a policy that leaves it to the account
 */
record Key(
    String id,
    String arn,
    String description,
    Instant created,
    SecretKey material,
    ResourcePolicy policy) {}
