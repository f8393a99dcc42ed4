package dev.drawbridge.simulator.naming;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What every service refuses in a list of tags, each with an error of its own. */
final class TagKeys {
  /** Tags that a user may put on one resource (AWS General Reference, Tagging). */
  static final int MOST = 50;

  private TagKeys() {}

  /** The first key that is there twice. */
  static Optional<String> repeated(List<RequestMembers.Tag> tags) {
    Set<String> seen = new HashSet<>();
    return tags.stream()
        .map(RequestMembers.Tag::key)
        .filter(Objects::nonNull)
        .filter(key -> !seen.add(key))
        .findFirst();
  }

  /** The first key of the kind that AWS keeps for itself. */
  static Optional<String> reserved(List<RequestMembers.Tag> tags) {
    return tags.stream()
        .map(RequestMembers.Tag::key)
        .filter(Objects::nonNull)
        .filter(TagKeys::reserved)
        .findFirst();
  }

  /** Whether AWS keeps the key for itself. */
  static boolean reserved(String key) {
    return key.toLowerCase(Locale.ROOT).startsWith("aws:");
  }
}
