package dev.drawbridge.api;

import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.plan.Ownership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which databases the review is of, and which endpoint services of each: those that bear our tags,
 * and those on our own record, which may have lost them. Pure.
 */
final class ReviewedServices {
  private final Map<String, Map<String, String>> tags;
  private final String account;

  /**
   * Of one account.
   *
   * @param tags of every endpoint service there is, by its id
   */
  ReviewedServices(Map<String, Map<String, String>> tags, String account) {
    this.tags = tags;
    this.account = account;
  }

  /** Every database that a service claims to be of, or that is on our record. */
  NavigableSet<String> databases(Collection<String> recorded) {
    NavigableSet<String> all = new TreeSet<>();
    recorded.stream().filter(this::isDatabase).forEach(all::add);
    tags.values()
        .forEach(each -> Ownership.databaseOf(each).filter(this::isDatabase).ifPresent(all::add));
    return all;
  }

  /** Services whose tags name nothing that can be a database of ours: a line each, for people. */
  List<String> strange() {
    List<String> lines = new ArrayList<>();
    tags.forEach(
        (id, own) ->
            Ownership.databaseOf(own)
                .filter(arn -> !isDatabase(arn))
                .ifPresent(
                    arn ->
                        lines.add(
                            "endpoint service %s bears our tags and is left out: %s is no database of account %s"
                                .formatted(id, arn, account))));
    return lines;
  }

  /** The services of one database that are there. */
  List<String> of(String databaseArn, Collection<String> recorded) {
    return tags.keySet().stream()
        .filter(
            id ->
                recorded.contains(id)
                    || Ownership.owns(tags.getOrDefault(id, Map.of()), databaseArn))
        .toList();
  }

  /** Those on its record that lack our tags: a line each, for people. */
  List<String> untagged(String databaseArn, Collection<String> recorded) {
    return tags.keySet().stream()
        .filter(recorded::contains)
        .filter(id -> !Ownership.owns(tags.getOrDefault(id, Map.of()), databaseArn))
        .map(
            id ->
                "endpoint service %s of %s lacks our tags: nothing at it can be closed until it has %s and %s again"
                    .formatted(id, databaseArn, Ownership.MANAGED, Ownership.DATABASE))
        .toList();
  }

  /** In the one form that our items have it in. */
  private boolean isDatabase(String arn) {
    return DatabaseArn.read(arn)
        .filter(read -> read.accountId().equals(account) && read.toString().equals(arn))
        .isPresent();
  }
}
