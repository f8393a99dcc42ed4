package dev.drawbridge.discovery;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import java.util.Optional;

/**
 * What a database must be to be exposed, and may cease to be: preflight refuses by the first that
 * is not met, and each look of the inspection says which would be refused today.
 */
public enum Precondition {
  /** Health checks would keep it awake; whoever pays for that may accept it. */
  PAUSES_NEVER,
  /** A load balancer leads to addresses of a VPC; Aurora's express configuration has none. */
  IN_VPC,
  /** Our targets are IPv4 addresses. */
  IPV4,
  /** Workers are outside its VPC, where the name of a public instance leads elsewhere. */
  PRIVATE,
  /** It has an instance. */
  INSTANCE,
  /** One of its instances writes. */
  WRITER,
  /** That one serves, or may. */
  SERVING_WRITER;

  /** Why a database does not meet it; empty if it does. */
  public Optional<String> unmet(DatabaseFacts database) {
    return switch (this) {
      case PAUSES_NEVER ->
          when(
              database.pausesWhenIdle(),
              "it is Aurora Serverless v2 with a minimum capacity of 0, which the load balancer's"
                  + " health checks would keep awake, and so billed, for ever; raise the minimum, or"
                  + " send acceptKeepsAwake: true in a run of the owner without a consumer");
      case IN_VPC ->
          when(
              outsideVpc(database),
              "RDS shows no VPC of it, as of a cluster of Aurora's express configuration, which is reached by the internet access gateway alone; restore a snapshot of it into a VPC, and expose that");
      case IPV4 ->
          when(
              !database.withoutIpv4().isEmpty(),
              "its names have no IPv4 address (%s); set the network type to IPV4 or DUAL"
                  .formatted(String.join(", ", database.withoutIpv4())));
      case PRIVATE ->
          when(
              !database.publiclyAccessible().isEmpty(),
              "it has publicly accessible instances (%s), whose names lead outside its VPC; switch public access off"
                  .formatted(String.join(", ", database.publiclyAccessible())));
      case INSTANCE -> when(database.topology().members().isEmpty(), "it has no instance");
      case WRITER ->
          when(
              writer(database).isEmpty(),
              "it has no writer; if it is a secondary of an Aurora global database now, the writer is in another region, where no path of this one leads");
      // A status that may serve, such as upgrading or storage-full, is followed by refreshes, too.
      case SERVING_WRITER ->
          writer(database)
              .filter(writer -> writer.serving() == Serving.DOES_NOT_SERVE)
              .map(
                  writer ->
                      "its writer %s does not serve now (status of the database: %s)"
                          .formatted(writer.identifier(), database.status()));
    };
  }

  /** While it is created RDS may show none yet. */
  private static boolean outsideVpc(DatabaseFacts database) {
    return database.vpcId().isEmpty()
        && !database.topology().members().isEmpty()
        && (database.status().equals("available")
            || database.topology().members().stream().anyMatch(each -> !each.endpoint().isEmpty()));
  }

  private static Optional<Member> writer(DatabaseFacts database) {
    return database.topology().members().stream()
        .filter(member -> member.role() == Role.WRITER)
        .findFirst();
  }

  private static Optional<String> when(boolean unmet, String reason) {
    return Optional.of(reason).filter(each -> unmet);
  }
}
