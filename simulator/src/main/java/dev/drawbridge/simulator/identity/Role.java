package dev.drawbridge.simulator.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A role.
 *
 * @param id {@code AROA} and further letters
 * @param trust the policy document that says who may take it on
 * @param description empty for none
 * @param sessionSeconds the longest session
 * @param inline documents by the names of its inline policies
 * @param attached ARNs of managed policies
 */
record Role(
    String name,
    String path,
    String arn,
    String id,
    String trust,
    String description,
    int sessionSeconds,
    Instant created,
    Map<String, String> inline,
    Set<String> attached) {

  Role {
    inline = Collections.unmodifiableMap(new TreeMap<>(inline));
    attached = Collections.unmodifiableSet(new TreeSet<>(attached));
  }

  Role inline(Map<String, String> value) {
    return new Role(
        name, path, arn, id, trust, description, sessionSeconds, created, value, attached);
  }

  Role attached(Set<String> value) {
    return new Role(
        name, path, arn, id, trust, description, sessionSeconds, created, inline, value);
  }
}
