package dev.drawbridge.simulator.kms;

import java.time.Instant;
import javax.crypto.SecretKey;

/** A symmetric KMS key. */
record Key(String id, String arn, String description, Instant created, SecretKey material) {}
