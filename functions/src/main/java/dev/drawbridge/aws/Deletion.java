package dev.drawbridge.aws;

import java.util.function.BooleanSupplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A deletion that our role may do by the tags of what it deletes. When the reply is lost, the SDK
 * tries again by itself, and what is gone has no tags: the second try is denied. UNCONFIRMED that
 * AWS denies it instead of finding nothing.
 */
public final class Deletion {
  private Deletion() {}

  /** Deletes; a denial is none if the thing is gone. */
  public static void of(Runnable delete, BooleanSupplier gone) {
    try {
      delete.run();
    } catch (AwsServiceException refused) {
      if (!Denial.is(refused) || !gone.getAsBoolean()) {
        throw refused;
      }
    }
  }
}
