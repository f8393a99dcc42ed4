package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.operation.ServiceError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;

/** What a symmetric key is for, and what it is not. */
final class KeyKind {
  private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";
  private static final String ENCRYPT = "ENCRYPT_DECRYPT";

  private KeyKind() {}

  /**
   * Refuses a key that cannot be, or that this simulator has not.
   *
   * @throws ServiceError ValidationException; UnsupportedOperationException for what AWS has
   */
  static void check(CreateKeyRequest request) {
    String spec = or(request.keySpecAsString(), SYMMETRIC);
    String usage = or(request.keyUsageAsString(), spec.equals(SYMMETRIC) ? ENCRYPT : "");
    if (usage.isEmpty()) {
      throw ServiceError.client(
          "ValidationException",
          "You must specify a KeyUsage value for all KMS keys except for symmetric encryption"
              + " keys.");
    }
    if (spec.equals(SYMMETRIC) && !usage.equals(ENCRYPT)) {
      throw ServiceError.client(
          "ValidationException",
          "KeyUsage %s is not compatible with KeySpec %s".formatted(usage, spec));
    }
    if (!spec.equals(SYMMETRIC)) {
      throw ServiceError.client(
          "UnsupportedOperationException",
          "This simulator has keys of %s only, not of %s.".formatted(SYMMETRIC, spec));
    }
  }

  /**
   * Refuses an algorithm that is none of symmetric keys.
   *
   * @throws ServiceError InvalidKeyUsageException
   */
  static void checkAlgorithm(@Nullable String algorithm, Key key) {
    if (algorithm != null && !algorithm.equals(SYMMETRIC)) {
      throw ServiceError.client(
          "InvalidKeyUsageException",
          "Algorithm %s is incompatible with key spec %s of %s."
              .formatted(algorithm, SYMMETRIC, key.arn()));
    }
  }

  private static String or(@Nullable String value, String other) {
    return value == null ? other : value;
  }
}
