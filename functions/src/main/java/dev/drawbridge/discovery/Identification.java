package dev.drawbridge.discovery;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Standing;
import dev.drawbridge.plan.StrictFields;
import java.util.Optional;
import java.util.function.Supplier;
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
   * What a blue/green deployment says of a database.
   *
   * @param named whether one has put another in its place
   * @param facts of what bears that one's name now; empty if nothing does
   */
  public record Successor(boolean named, Optional<DatabaseFacts> facts) {
    /** No deployment knows of another. */
    public static final Successor NONE = new Successor(false, Optional.empty());
  }

  /** What AWS and our own records say; asked for only where the answer matters. */
  public interface Truth {
    /** What bears the name now. */
    Optional<DatabaseFacts> named();

    /** What bears the resource id now. */
    Optional<DatabaseFacts> bearing(String resourceId);

    /** What a deployment has put in the place of a database. */
    Successor successor(DatabaseFacts known);

    /** The resource id of what AWS told to have taken the place of what bears this one. */
    Optional<String> recorded(String resourceId);
  }

  /**
   * Decides.
   *
   * @param knownId the resource id on record; null if there is none: then the name decides
   * @param arn the name under which it was exposed
   */
  public static Identification of(@Nullable String knownId, String arn, Truth truth) {
    if (knownId == null) {
      return truth
          .named()
          .map(facts -> found(Standing.PRESENT, facts))
          .orElseGet(() -> new Identification(Standing.ABSENT, Optional.empty()));
    }
    // First by what is its alone: of what has another name now, nobody need ask who has its own.
    Optional<DatabaseFacts> known = truth.bearing(knownId);
    return known.filter(facts -> facts.arn().equals(arn)).isPresent()
        ? found(Standing.PRESENT, known.get())
        : elsewhere(knownId, known, truth);
  }

  private static Identification elsewhere(
      String knownId, Optional<DatabaseFacts> known, Truth truth) {
    Optional<String> told = truth.recorded(knownId);
    Optional<DatabaseFacts> byName =
        known.isEmpty() || told.isPresent() ? truth.named() : Optional.empty();
    if (byName.filter(facts -> bears(facts, knownId)).isPresent()) {
      return found(Standing.PRESENT, byName.get()); // it came back between the two questions
    }
    // What AWS told of once is so, whatever has become of the deployment since.
    Successor next =
        told.isPresent() ? Successor.NONE : known.map(truth::successor).orElse(Successor.NONE);
    Optional<DatabaseFacts> switched =
        told.isPresent()
            ? byName.filter(facts -> bears(facts, told.get())).or(() -> truth.bearing(told.get()))
            : next.facts();
    if (switched.isPresent()) {
      return found(Standing.SWITCHED_OVER, switched.get());
    }
    if (known.isPresent() && (next.named() || told.isPresent())) {
      return new Identification(Standing.SUCCESSOR_GONE, Optional.empty());
    }
    return known
        .map(facts -> found(Standing.RENAMED, facts))
        .orElseGet(
            () ->
                new Identification(
                    byName.isPresent() ? Standing.REPLACED : Standing.ABSENT, byName));
  }

  private static boolean bears(DatabaseFacts facts, String resourceId) {
    return facts.resourceId().equals(resourceId);
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
              "database %s is not the one that was exposed: its resource id is %s now; nobody has approved that one: if it is the right one, its owner names it by databaseResourceId"
                  .formatted(arn, facts.orElseThrow().resourceId()));
      // DiscoverDatabase alone says so, of what was identified.
      case MOVED -> facts.orElseThrow();
      case SUCCESSOR_GONE ->
          throw new Conflict(
              "database %s was switched over to another, which is gone; offboard its consumers with teardown and expose it anew"
                  .formatted(arn));
      case ABSENT ->
          throw new InvalidRequest(
              "databaseIdentifier '%s': no DB cluster or DB instance of this name here"
                  .formatted(arn));
    };
  }

  /**
   * What an owner wants to be followed by its resource id: in the place of the approved database,
   * if that is gone. Not while it is there under another name: a yes to it may be under way still.
   *
   * @param named what bears the name, held against that id
   * @throws InvalidRequest if the approved database is there, under whatever name, and is another,
   *     or the name leads to another than is wanted
   */
  Identification orInItsPlace(String arn, String wanted, Supplier<Identification> named) {
    if (facts.isPresent() && bears(facts.get(), wanted) && standing != Standing.REPLACED) {
      return this;
    }
    if (standing.followed() || standing == Standing.EMPTY) {
      throw StrictFields.refused(
          "databaseResourceId",
          wanted,
          "database %s is there, with the resource id %s, and is followed"
              .formatted(arn, facts.orElseThrow().resourceId()));
    }
    Identification now = named.get();
    if (now.standing != Standing.PRESENT && now.standing != Standing.EMPTY) {
      throw StrictFields.refused(
          "databaseResourceId", wanted, "no database of the name %s has it".formatted(arn));
    }
    return now;
  }

  private static Identification found(Standing standing, DatabaseFacts facts) {
    return new Identification(
        facts.topology().members().isEmpty() ? Standing.EMPTY : standing, Optional.of(facts));
  }
}
