package dev.drawbridge.discovery;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Standing;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which database stands where the approved one stood. A restored or re-created database has its
 * predecessor's ARN; only the resource id tells them apart.
 *
 * @param facts of the database that is meant, or of the one that has taken its name; empty if there
 *     is neither
 */
public record Identification(Standing standing, Optional<DatabaseFacts> facts) {
  /**
   * Decides.
   *
   * @param knownId the resource id on record; null if there is none: then the name decides
   * @param byName what bears the name now
   * @param byId what bears the resource id now; asked for only where the answer matters
   * @param successor what a blue/green deployment has put in the place of a database, whatever it
   *     is called
   * @param recorded whether AWS told that the second took the place of what bore the resource id
   */
  public static Identification of(
      @Nullable String knownId,
      Optional<DatabaseFacts> byName,
      Supplier<Optional<DatabaseFacts>> byId,
      UnaryOperator<Optional<DatabaseFacts>> successor,
      BiPredicate<String, DatabaseFacts> recorded) {
    if (byName.isPresent() && (knownId == null || byName.get().resourceId().equals(knownId))) {
      return found(Standing.PRESENT, byName.get());
    }
    if (knownId == null) {
      return new Identification(Standing.ABSENT, Optional.empty());
    }
    Optional<DatabaseFacts> known = byId.get();
    if (known.isPresent()) {
      return successor
          .apply(known)
          .map(next -> found(Standing.SWITCHED_OVER, next))
          .orElseGet(() -> found(Standing.RENAMED, known.get()));
    }
    if (byName.isPresent() && recorded.test(knownId, byName.get())) {
      return found(Standing.SWITCHED_OVER, byName.get());
    }
    return new Identification(byName.isPresent() ? Standing.REPLACED : Standing.ABSENT, byName);
  }

  /**
   * The facts, if the database is the one that was approved, under its own name.
   *
   * @throws Conflict if it is not: nobody is led to a database because of its name alone
   */
  public DatabaseFacts approved(String arn) {
    Standing named =
        facts.filter(found -> !found.arn().equals(arn)).isPresent() && standing.followed()
            ? Standing.RENAMED
            : standing;
    return switch (named) {
      case PRESENT, EMPTY, SWITCHED_OVER -> facts.orElseThrow();
      case RENAMED ->
          throw new Conflict(
              "database %s is called %s now; give it its name back, or offboard its consumers with teardown and expose it anew"
                  .formatted(arn, facts.orElseThrow().arn()));
      case REPLACED ->
          throw new Conflict(
              "database %s is not the one that was exposed: its resource id is %s now; nobody has approved that one"
                  .formatted(arn, facts.orElseThrow().resourceId()));
      case ABSENT ->
          throw new InvalidRequest(
              "databaseIdentifier '%s': no DB cluster or DB instance of this name here"
                  .formatted(arn));
    };
  }

  private static Identification found(Standing standing, DatabaseFacts facts) {
    return new Identification(
        facts.topology().members().isEmpty() ? Standing.EMPTY : standing, Optional.of(facts));
  }
}
