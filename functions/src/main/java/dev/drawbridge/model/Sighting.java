package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * What one call tells of an instance: less than {@link Member}, enough to stop a wait.
 *
 * @param role null if the call does not tell
 * @param serving null if the call does not tell
 * @param zone null if the call does not tell
 */
public record Sighting(
    String identifier, @Nullable Role role, @Nullable Serving serving, @Nullable String zone) {

  /** Whether the member cannot be any more what it was. */
  public boolean contradicts(Member member) {
    return (role != null && role != member.role())
        || (serving != null && serving != member.serving())
        || (zone != null && !zone.equals(member.zone()));
  }
}
