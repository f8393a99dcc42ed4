package dev.drawbridge.lab.issuer;

import java.util.List;

/**
 * Somebody whom the issuer knows.
 *
 * @param name the subject too
 * @param groups as the token's claim {@code groups} lists them
 */
public record DemoPerson(String name, String email, List<String> groups) {
  /** Keeps a copy. */
  public DemoPerson {
    groups = List.copyOf(groups);
  }

  /**
   * The people of the lab: Ada owns databases and asks, Grace and Joan approve, Eve may nothing.
   */
  public static List<DemoPerson> all() {
    return List.of(
        new DemoPerson("grace", "grace@example.com", List.of("approvers")),
        new DemoPerson("joan", "joan@example.com", List.of("approvers")),
        new DemoPerson("ada", "ada@example.com", List.of("approvers", "owners")),
        new DemoPerson("eve", "eve@example.com", List.of()));
  }
}
