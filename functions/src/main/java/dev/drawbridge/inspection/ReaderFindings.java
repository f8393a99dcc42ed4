package dev.drawbridge.inspection;

import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.DatabaseFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Readers that nobody is led to: the path works without them, so that nobody else would say it. */
final class ReaderFindings {
  private ReaderFindings() {}

  static List<Finding> of(DatabaseFacts facts, Optional<Resolution> resolution) {
    return Stream.concat(
            facts.elsewhere().stream().map(each -> elsewhere(facts, each)),
            resolution.stream()
                .flatMap(now -> now.readersDisagree().stream())
                // Told already, as PUBLIC_ADDRESS.
                .filter(each -> !facts.publiclyAccessible().contains(each.member().identifier()))
                .map(each -> unreachable(facts, each)))
        .toList();
  }

  private static Finding elsewhere(DatabaseFacts facts, DatabaseFacts.Elsewhere replica) {
    return Finding.of(
        Kind.READER_ELSEWHERE,
        replica.identifier(),
        "replica %s of database %s is in %s, where no load balancer of %s leads: no consumer reads from it; RDS keeps all replicas of one source in one VPC: if one shall read, delete this one first, then make it in %s"
            .formatted(
                replica.identifier(),
                facts.identifier(),
                replica.vpcId(),
                facts.vpcId(),
                facts.vpcId()));
  }

  private static Finding unreachable(DatabaseFacts facts, Resolution.Unplaced reader) {
    return Finding.of(
        Kind.READER_UNREACHABLE,
        reader.member().identifier(),
        "reader %s of database %s cannot be registered, for RDS and DNS disagree about it (%s), and no reader is taken out until they agree; ask AWS's support if it stays so, or delete that reader"
            .formatted(reader.member().identifier(), facts.identifier(), reader.reason()));
  }
}
