package dev.drawbridge.plan;

import dev.drawbridge.model.ApprovalSubject;

/** A short proof that what is accepted is what was approved. */
public final class SubjectDigest {
  private SubjectDigest() {}

  public static String of(ApprovalSubject subject) {
    return Digest.of(
        subject.key().databaseArn(),
        subject.key().principal(),
        subject.serviceId(),
        subject.endpointId(),
        subject.enforcement().text(),
        String.join(" ", subject.consumerCidrs()));
  }
}
