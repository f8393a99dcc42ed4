package dev.drawbridge.inspection;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.InstanceCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What TCP does not tell: health checks pass, and consumers are refused. */
final class ConditionFindings {
  /**
   * RDS renews what it may by itself at the latest three months before the end ("Using SSL/TLS to
   * encrypt a connection to a DB instance"): whatever is this near takes a person.
   */
  private static final Duration WARNING = Duration.ofDays(60);

  /**
   * Those of "Viewing Amazon RDS DB instance status" that end by no act of RDS. Whether an instance
   * answers in them is UNCONFIRMED but for {@code storage-full}.
   */
  private static final Set<String> NEED_A_PERSON =
      Set.of(
          "storage-full",
          "failed",
          "restore-error",
          "insufficient-capacity",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable");

  private ConditionFindings() {}

  static List<Finding> of(DatabaseFacts facts, Instant now) {
    return facts.conditions().stream()
        .flatMap(each -> Stream.of(impaired(facts, each), ending(facts, each, now)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> impaired(DatabaseFacts facts, InstanceCondition instance) {
    String status = instance.status();
    return NEED_A_PERSON.contains(status) || status.startsWith("incompatible-")
        ? Optional.of(
            Finding.of(
                Kind.INSTANCE_IMPAIRED,
                instance.identifier(),
                "RDS says that instance %s of database %s is %s, which does not pass by itself, and it may refuse work while its port answers: %s"
                    .formatted(instance.identifier(), facts.identifier(), status, remedy(status))))
        : Optional.empty();
  }

  private static String remedy(String status) {
    return switch (status) {
      case "storage-full" -> "raise its allocated storage";
      case "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable" ->
          "give RDS its key of KMS back";
      default -> "read its events, and what AWS advises for that status";
    };
  }

  private static Optional<Finding> ending(
      DatabaseFacts facts, InstanceCondition instance, Instant now) {
    return Optional.ofNullable(instance.certificateEnds())
        .filter(end -> !now.isBefore(end.minus(WARNING)))
        .map(
            end ->
                Finding.of(
                    Kind.CERTIFICATE_ENDS,
                    instance.identifier(),
                    "the certificate of instance %s of database %s, by %s, %s %s: consumers that verify it %s; have them trust the CA that comes next, then give the instance that one"
                        .formatted(
                            instance.identifier(),
                            facts.identifier(),
                            instance.authority(),
                            now.isBefore(end) ? "ends at" : "has ended at",
                            end,
                            now.isBefore(end) ? "fail from then on" : "fail")));
  }
}
