package dev.drawbridge.inspection;

import dev.drawbridge.discovery.HostBlock;
import dev.drawbridge.discovery.Precondition;
import dev.drawbridge.discovery.Unapplied;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.ParametersSeen;
import dev.drawbridge.model.ReplicationFault;
import dev.drawbridge.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the database is the one that was approved. */
final class DatabaseFindings {
  private DatabaseFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    String arn = expected.databaseArn();
    return switch (seen.database().standing()) {
      // In another VPC: told by the load balancer, which is not there.
      case PRESENT, SWITCHED_OVER, MOVED -> followed(expected, seen);
      case RENAMED -> List.of(Finding.of(Kind.DATABASE_RENAMED, arn, renamed(arn, seen)));
      case REPLACED ->
          List.of(
              Finding.of(
                  Kind.DATABASE_REPLACED,
                  arn,
                  "the name of database %s leads to another database now, with the resource id %s; nobody has approved that one: if it is the right one, its owner names it by databaseResourceId, else offboard the consumers"
                      .formatted(arn, resourceId(seen))));
      case EMPTY ->
          List.of(
              Finding.of(
                  Kind.DATABASE_GONE,
                  arn,
                  "database %s has no instance; add one, or offboard its consumers"
                      .formatted(arn)));
      case SUCCESSOR_GONE ->
          List.of(
              Finding.of(
                  Kind.DATABASE_GONE,
                  arn,
                  "database %s was switched over to another, which is gone; what was before the switchover is not followed: offboard its consumers"
                      .formatted(arn)));
      case ABSENT ->
          List.of(
              Finding.of(
                  Kind.DATABASE_GONE,
                  arn,
                  "database %s is not to be found, neither by name nor by resource id; offboard its consumers if it was deleted"
                      .formatted(arn)));
    };
  }

  /** Renamed on purpose it may be, with another restored in its place: who is to be followed? */
  private static String renamed(String arn, PathSeen seen) {
    return seen.namesake()
        .map(
            other ->
                "database %s is called %s now, and its name is taken by another with the resource id %s; consumers still reach the one that was approved: rename both back, or, if the other is to take its place, delete the one that was approved and have its owner name the other by databaseResourceId, or offboard its consumers with teardown and expose it anew"
                    .formatted(arn, name(seen), other))
        .orElseGet(
            () ->
                "database %s is called %s now; it is followed, but give it its name back, or offboard its consumers and expose it anew"
                    .formatted(arn, name(seen)));
  }

  private static List<Finding> followed(Expected expected, PathSeen seen) {
    DatabaseFacts facts = seen.followed().orElseThrow();
    List<Finding> findings = new ArrayList<>();
    disputed(facts, seen).ifPresent(findings::add);
    seen.parameters()
        .filter(parameters -> parameters.blocks() && !expected.acceptsHostBlock())
        .map(parameters -> hostBlock(facts, parameters))
        .ifPresent(findings::add);
    Unapplied.of(facts).stream()
        .filter(each -> !expected.acceptsHostBlock())
        .map(each -> unapplied(facts, each))
        .forEach(findings::add);
    facts.replicationFaults().stream().map(each -> stale(facts, each)).forEach(findings::add);
    findings.addAll(ReaderFindings.of(facts, seen.resolution()));
    findings.addAll(ConditionFindings.of(facts, seen.at()));
    for (Precondition each : Precondition.values()) {
      told(each, expected)
          .flatMap(kind -> each.unmet(facts).map(reason -> refused(kind, facts, reason)))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** As what people hear of it that exposing would be refused today. */
  private static Optional<Kind> told(Precondition precondition, Expected expected) {
    return switch (precondition) {
      case PAUSES_NEVER -> Optional.of(Kind.KEPT_AWAKE).filter(kind -> !expected.acceptsAwake());
      case PRIVATE -> Optional.of(Kind.PUBLIC_ADDRESS);
      case WRITER -> Optional.of(Kind.NO_WRITER);
      // What is exposed has a VPC for good; names that have lost their addresses are told as such.
      case IN_VPC, IPV4 -> Optional.empty();
      // Told already, as DATABASE_GONE, and as WRITER_UNHEALTHY once health checks fail.
      case INSTANCE, SERVING_WRITER -> Optional.empty();
    };
  }

  private static Finding refused(Kind kind, DatabaseFacts facts, String reason) {
    return Finding.of(
        kind,
        facts.arn(),
        "database %s could not be exposed today: %s".formatted(facts.identifier(), reason));
  }

  /** Of the two that can be wrong for long, nobody knows which one it is. */
  private static Optional<Finding> disputed(DatabaseFacts facts, PathSeen seen) {
    return seen.resolution()
        .flatMap(
            now ->
                now.writerDisagrees()
                    .or(
                        () ->
                            now.addresses().resolved().stream()
                                .filter(each -> each.member().role() == Role.WRITER)
                                .filter(each -> !seen.writerNamed().isEmpty())
                                .filter(each -> !seen.writerNamed().contains(each.address()))
                                .map(each -> elsewhere(facts, each, seen.writerNamed()))
                                .findFirst()))
        .map(
            reason ->
                Finding.of(
                    Kind.WRITER_DISPUTED,
                    facts.arn(),
                    "RDS and DNS disagree about the writer, so the path may lead to the wrong instance: %s; %s"
                        .formatted(
                            reason,
                            facts.publiclyAccessible().isEmpty()
                                ? "see which one accepts writes, and ask AWS's support if it stays"
                                    + " so"
                                : "switch the public access of %s off"
                                    .formatted(String.join(", ", facts.publiclyAccessible())))));
  }

  private static String elsewhere(DatabaseFacts facts, InstanceAddress writer, List<String> named) {
    return "RDS says that %s at %s writes, and %s leads to %s"
        .formatted(writer.member().identifier(), writer.address(), facts.writerEndpoint(), named);
  }

  /** It serves, and is healthy: nobody else would say it. */
  private static Finding stale(DatabaseFacts facts, ReplicationFault fault) {
    return Finding.of(
        Kind.REPLICATION_BROKEN,
        fault.identifier(),
        "replica %s of database %s does not replicate%s (RDS says: %s%s), %s"
            .formatted(
                fault.identifier(),
                facts.identifier(),
                fault.partial() ? " all of it" : "",
                fault.status(),
                fault.message().isEmpty() ? "" : ", " + fault.message(),
                fault.ended()
                    ? "and never will again: it has left the readers' port; make another replica"
                        + " and delete this one"
                    : "so that consumers read through the readers' port what is old; see the error,"
                        + " or delete the replica"));
  }

  private static Finding unapplied(DatabaseFacts facts, Unapplied each) {
    Finding finding = Finding.of(Kind.HOST_BLOCK_RISK, each.subject(facts.arn()), each.reason());
    return each.passing() ? finding.briefly() : finding;
  }

  private static Finding hostBlock(DatabaseFacts facts, ParametersSeen parameters) {
    return Finding.of(
        Kind.HOST_BLOCK_RISK,
        facts.arn(),
        "the parameter groups %s of database %s let MySQL block the load balancer for its health checks, and with it all consumers at once; set max_connect_errors >= %d, host_cache_size = 0 or skip_name_resolve on, or send acceptHostBlockRisk: true"
            .formatted(parameters.blocking(), facts.identifier(), HostBlock.ENOUGH_ERRORS));
  }

  private static String name(PathSeen seen) {
    return seen.database().facts().map(DatabaseFacts::arn).orElse("");
  }

  private static String resourceId(PathSeen seen) {
    return seen.database().facts().map(DatabaseFacts::resourceId).orElse("");
  }
}
