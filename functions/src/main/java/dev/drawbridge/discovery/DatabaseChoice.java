package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseFacts;
import java.util.List;
import java.util.stream.Collectors;

/** Which database an identifier means: decided once, and by its ARN from then on. */
public final class DatabaseChoice {
  private DatabaseChoice() {}

  /**
   * The one of {@code found}, a cluster, an instance or both, that {@code asked} means.
   *
   * @param asked an identifier or an ARN
   * @throws InvalidRequest if there is none, if it is a part of another database, or if a cluster
   *     and an instance bear the name
   */
  public static DatabaseFacts of(String asked, List<DatabaseFacts> found) {
    if (found.isEmpty()) {
      throw new InvalidRequest(
          "databaseIdentifier '%s': no DB cluster or DB instance of this name here"
              .formatted(asked));
    }
    // A cluster's member may bear the cluster's own name: then the cluster is meant.
    List<DatabaseFacts> own = found.stream().filter(facts -> facts.ownerArn() == null).toList();
    if (own.isEmpty()) {
      requireOwn(found.getFirst());
    }
    if (own.size() > 1) {
      throw new InvalidRequest(
          "databaseIdentifier '%s': a cluster and an instance bear this name; give the ARN of the one that is meant: %s"
              .formatted(
                  asked, own.stream().map(DatabaseFacts::arn).collect(Collectors.joining(" or "))));
    }
    return own.getFirst();
  }

  /**
   * Passes if the database is no part of another: the role of a part changes with every failover of
   * the whole, and nothing here would follow it.
   *
   * @throws InvalidRequest naming the owner
   */
  public static void requireOwn(DatabaseFacts facts) {
    String owner = facts.ownerArn();
    if (owner != null) {
      throw new InvalidRequest(
          "databaseIdentifier '%s': it is a part of '%s' (%s): its role changes with every failover there; ask for '%s'"
              .formatted(
                  facts.identifier(), DatabaseArn.nameIn(owner), owner, DatabaseArn.nameIn(owner)));
    }
  }

  /**
   * Passes if an ARN is of the account and region that Drawbridge works in.
   *
   * @throws InvalidRequest naming both
   */
  public static DatabaseArn requireHere(DatabaseArn arn, String region, String accountId) {
    if (!arn.region().equals(region) || !arn.accountId().equals(accountId)) {
      throw new InvalidRequest(
          "databaseIdentifier '%s': it is not in account %s and region %s, where Drawbridge runs"
              .formatted(arn, accountId, region));
    }
    return arn;
  }
}
