package dev.drawbridge.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * How many people besides those who ask have certainly said yes. One person counts once, whoever
 * may be one of the requesters does not count, and where nobody vouches for a difference it is not
 * assumed: so unknown or incomparable requesters cost one more yes, however many they are. If each
 * cost one, whoever may ask could put a quorum out of reach.
 */
public final class Persons {
  private Persons() {}

  /**
   * The number of people.
   *
   * @param yeses who said yes, at most a dozen
   * @param requesters who asked; nobody stands for somebody unknown
   */
  public static int atLeast(List<Identity> yeses, List<Identity> requesters) {
    List<Identity> asked = requesters.isEmpty() ? List.of(Identity.UNKNOWN) : distinct(requesters);
    List<Identity> others =
        yeses.stream()
            .filter(yes -> asked.stream().noneMatch(who -> is(Likeness.SAME, yes, who)))
            .toList();
    return best(others, 0, new ArrayList<>(), asked);
  }

  /** Tries every set of identities that are certainly different people. */
  private static int best(
      List<Identity> from, int at, List<Identity> chosen, List<Identity> asked) {
    if (at == from.size()) {
      return certain(chosen, asked);
    }
    int without = best(from, at + 1, chosen, asked);
    Identity next = from.get(at);
    if (!chosen.stream().allMatch(each -> is(Likeness.DIFFERENT, each, next))) {
      return without;
    }
    chosen.add(next);
    int with = best(from, at + 1, chosen, asked);
    chosen.removeLast();
    return Math.max(with, without);
  }

  /** All whom nobody can tell from the requesters are worth one doubt. */
  private static int certain(List<Identity> people, List<Identity> asked) {
    return people.size() - (Doubt.isAbout(people, asked) ? 1 : 0);
  }

  private static List<Identity> distinct(List<Identity> all) {
    List<Identity> distinct = new ArrayList<>();
    for (Identity each : all) {
      if (distinct.stream().noneMatch(known -> is(Likeness.SAME, known, each))) {
        distinct.add(each);
      }
    }
    return distinct;
  }

  private static boolean is(Likeness wanted, Identity one, Identity other) {
    return Likeness.of(one, other) == wanted;
  }
}
