package dev.drawbridge.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one name of a database in all that we keep: a cluster and an instance may bear the same
 * identifier, and RDS ignores the case of both ("Naming constraints in Amazon RDS").
 *
 * @param kind whether a cluster or an instance is meant
 * @param name the identifier, in lower case
 */
public record DatabaseArn(
    String partition, String region, String accountId, Kind kind, String name) {
  /** An identifier as RDS takes it, in either case. */
  public static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z](?:-?[A-Za-z0-9]){0,62}");

  /** What a request may call a database by. */
  public static final Pattern IDENTIFIER_OR_ARN =
      Pattern.compile(
          "(?:arn:aws[a-z-]*:rds:[a-z0-9-]+:\\d{12}:(?:cluster|db):)?" + IDENTIFIER.pattern());

  private static final Pattern ARN =
      Pattern.compile(
          "arn:(?<partition>aws[a-z-]*):rds:(?<region>[a-z0-9-]+):(?<account>\\d{12})"
              + ":(?<kind>cluster|db):(?<name>%s)".formatted(IDENTIFIER.pattern()));

  /** The two kinds of databases that RDS tells apart. */
  public enum Kind {
    CLUSTER("cluster"),
    INSTANCE("db");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** Identifiers are compared in lower case only. */
  public DatabaseArn {
    name = name.toLowerCase(Locale.ROOT);
  }

  /** Empty if {@code text} is not the ARN of a cluster or an instance. */
  public static Optional<DatabaseArn> read(String text) {
    Matcher matcher = ARN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind = matcher.group("kind").equals(Kind.CLUSTER.text) ? Kind.CLUSTER : Kind.INSTANCE;
    return Optional.of(
        new DatabaseArn(
            matcher.group("partition"),
            matcher.group("region"),
            matcher.group("account"),
            kind,
            matcher.group("name")));
  }

  /** The identifier at the end of an ARN, or a bare identifier as it is; in lower case. */
  public static String nameIn(String identifierOrArn) {
    return identifierOrArn.substring(identifierOrArn.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** The ARN of an instance of the same account and region. */
  public DatabaseArn instance(String identifier) {
    return new DatabaseArn(partition, region, accountId, Kind.INSTANCE, identifier);
  }

  /** The region that an ARN of a database names. */
  public static String regionIn(String arn) {
    return arn.split(":", -1)[3];
  }

  @Override
  public String toString() {
    return "arn:%s:rds:%s:%s:%s:%s".formatted(partition, region, accountId, kind.text, name);
  }
}
