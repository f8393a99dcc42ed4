package dev.drawbridge.refresh;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which instances are a database's own, by as much as one answer of RDS and the record tell.
 *
 * @param resourceIds of its instances
 * @param identifiers of instances that it had when RDS last showed it; empty where RDS shows it now
 * @param arns of the database whose members and replicas are its own
 * @param complete whether all its instances are known; else nobody can be called another's
 */
record OwnInstances(
    Set<String> resourceIds, Set<String> identifiers, Set<String> arns, boolean complete) {
  /** Of a database that RDS shows, by the ARN that it has now. */
  static OwnInstances of(String arn, List<Member> members) {
    Set<String> ids =
        members.stream().map(Member::resourceId).collect(Collectors.toCollection(HashSet::new));
    // One that the list lacks has none. Of a cluster any instance may be it; a replica has a name.
    if (!ids.remove("")) {
      return new OwnInstances(ids, Set.of(), Set.of(arn), true);
    }
    Set<String> unlisted =
        members.stream()
            .filter(member -> member.resourceId().isEmpty())
            .map(Member::identifier)
            .collect(Collectors.toSet());
    return new OwnInstances(ids, unlisted, Set.of(arn), arn.contains(":db:"));
  }

  /**
   * Of a database that is not to be followed. Where RDS says nothing of it, that may be the fault
   * of one answer, and what was its own is so still; so is what has stayed where it was when the
   * database was moved. Where RDS says what has become of it, nothing is for its name; and to what
   * was before a switchover nobody is led at all.
   */
  static OwnInstances of(Exposure exposure, Standing standing) {
    return switch (standing) {
      case ABSENT, MOVED -> lastSeen(exposure);
      case SUCCESSOR_GONE -> new OwnInstances(Set.of(), Set.of(), Set.of(), true);
      default -> new OwnInstances(approved(exposure), Set.of(), Set.of(), true);
    };
  }

  private static OwnInstances lastSeen(Exposure exposure) {
    Exposure.Registered last = exposure.registered();
    Set<String> arns = new HashSet<>(Set.of(exposure.databaseArn()));
    if (last != null) {
      arns.add(last.presentArn());
    }
    return new OwnInstances(
        approved(exposure), last == null ? Set.of() : Set.copyOf(last.members()), arns, true);
  }

  /** Of an instance that is exposed by itself; no instance has the resource id of a cluster. */
  private static Set<String> approved(Exposure exposure) {
    return Stream.ofNullable(exposure.resourceId()).collect(Collectors.toSet());
  }

  /** Whether it is one of them, by its resource id. */
  boolean bears(NamedInstance instance) {
    return resourceIds.contains(instance.resourceId());
  }

  /** Whether it is one of them, by whatever tells. */
  boolean has(NamedInstance instance) {
    return bears(instance)
        || identifiers.contains(instance.identifier())
        || arns.contains(instance.partOf());
  }
}
