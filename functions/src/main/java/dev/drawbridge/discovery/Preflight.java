package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;

/** Whether a database qualifies, by what RDS alone says about it. */
public final class Preflight {
  private Preflight() {}

  /**
   * Passes if the database can be exposed.
   *
   * @throws InvalidRequest naming the field and the reason
   */
  public static void check(DatabaseFacts database, boolean acceptKeepsAwake) {
    DatabaseChoice.requireOwn(database);
    Engines.check(database);
    if (database.pausesWhenIdle() && !acceptKeepsAwake) {
      throw refused(
          database,
          "it is Aurora Serverless v2 with a minimum capacity of 0, which the load balancer's health"
              + " checks would keep awake, and so billed, for ever; raise the minimum, or send"
              + " acceptKeepsAwake: true in a run of the owner without a consumer");
    }
    if (!database.publiclyAccessible().isEmpty()) {
      throw refused(
          database,
          "%s publicly accessible; switch public access off first"
              .formatted(String.join(", ", database.publiclyAccessible())));
    }
    if (database.topology().members().isEmpty()) {
      throw refused(database, "it has no instance");
    }
    Member writer =
        database.topology().members().stream()
            .filter(member -> member.role() == Role.WRITER)
            .findFirst()
            .orElseThrow(() -> refused(database, "it has no writer"));
    // A status that may serve, such as upgrading or storage-full, is followed by refreshes, too.
    if (writer.serving() == Serving.DOES_NOT_SERVE) {
      throw refused(
          database,
          "its writer %s does not serve now (status of the database: %s)"
              .formatted(writer.identifier(), database.status()));
    }
  }

  private static InvalidRequest refused(DatabaseFacts database, String reason) {
    return new InvalidRequest(
        "database '%s' cannot be exposed: %s".formatted(database.identifier(), reason));
  }
}
