package dev.drawbridge.inspection;

import dev.drawbridge.model.DatabaseFacts;
import java.util.List;

/** Whether the database is the one that was approved. */
final class DatabaseFindings {
  private DatabaseFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    String arn = expected.databaseArn();
    return switch (seen.database().standing()) {
      case PRESENT, SWITCHED_OVER -> List.of();
      case RENAMED ->
          List.of(
              Finding.of(
                  Kind.DATABASE_RENAMED,
                  arn,
                  "database %s is called %s now; it is followed, but give it its name back, or offboard its consumers and expose it anew"
                      .formatted(arn, name(seen))));
      case REPLACED ->
          List.of(
              Finding.of(
                  Kind.DATABASE_REPLACED,
                  arn,
                  "the name of database %s leads to another database now, with the resource id %s; nobody has approved that one"
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

  private static String name(PathSeen seen) {
    return seen.database().facts().map(DatabaseFacts::arn).orElse("");
  }

  private static String resourceId(PathSeen seen) {
    return seen.database().facts().map(DatabaseFacts::resourceId).orElse("");
  }
}
