package dev.drawbridge.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * How many people besides those who ask have certainly said yes. One person counts once, whoever
 * may be one of the requesters does not count, and where nobody vouches for a difference it is not
 * assumed: so an unknown or incomparable requester costs one more yes.
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

  /** Each requester can be no more than one of them. */
  private static int certain(List<Identity> people, List<Identity> asked) {
    long doubtful =
        people.stream()
            .filter(one -> asked.stream().anyMatch(who -> is(Likeness.INCOMPARABLE, one, who)))
            .count();
    long hidden =
        asked.stream()
            .filter(who -> people.stream().anyMatch(one -> is(Likeness.INCOMPARABLE, one, who)))
            .count();
    return people.size() - Math.toIntExact(Math.min(doubtful, hidden));
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
