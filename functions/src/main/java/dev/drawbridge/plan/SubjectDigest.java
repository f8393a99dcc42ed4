package dev.drawbridge.plan;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.InstancePortRange;
import java.util.ArrayList;
import java.util.List;

/** A short proof that what is accepted is what was approved. The ARN holds the region. */
public final class SubjectDigest {
  private SubjectDigest() {}

  public static String of(ApprovalSubject subject) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                subject.key().databaseArn(),
                subject.key().principal(),
                subject.serviceId(),
                subject.endpointId(),
                subject.enforcement().text(),
                String.join(" ", subject.consumerCidrs())));
    // A run of an earlier release says nothing of these, and its question was put without them.
    String resourceId = subject.databaseResourceId();
    if (resourceId != null) {
      parts.add(resourceId);
      parts.add("%s %s".formatted(subject.readerPort(), subject.writerPort()));
    }
    InstancePortRange instances = subject.instancePorts();
    if (instances != null) {
      parts.add("instances " + instances);
    }
    if (!subject.purpose().isEmpty() || !subject.validUntil().isEmpty()) {
      parts.add("until " + subject.validUntil());
      parts.add("for " + subject.purpose());
    }
    return Digest.of(parts.toArray(String[]::new));
  }
}
