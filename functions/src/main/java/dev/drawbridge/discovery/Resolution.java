package dev.drawbridge.discovery;

import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The addresses of all members, as far as DNS and the RDS API agree.
 *
 * @param addresses what agrees, with a note for each member that might serve and whose name does
 *     not fit
 * @param writerDisagrees why the writer cannot be registered, if it cannot
 * @param readersDisagree the readers that cannot
 */
public record Resolution(
    InstanceAddresses addresses, Optional<String> writerDisagrees, List<Unplaced> readersDisagree) {
  /** A member whose address nobody knows. */
  public record Unplaced(Member member, String reason) {}

  /** Keeps a copy. */
  public Resolution {
    readersDisagree = List.copyOf(readersDisagree);
  }

  /** Looks up every member that serves or might. */
  public static Resolution of(
      List<Member> members, List<Subnet> subnets, Function<String, List<String>> lookUp) {
    List<InstanceAddress> agreed = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<String> writer = Optional.empty();
    List<Unplaced> readers = new ArrayList<>();
    for (Member member : members) {
      if (member.serving() == Serving.DOES_NOT_SERVE) {
        continue;
      }
      switch (Agreement.of(member, named(member, lookUp), subnets)) {
        case Agreement.Agreed(String address) -> agreed.add(new InstanceAddress(member, address));
        case Agreement.Disagreed(String reason) -> {
          notes.add(reason);
          if (member.role() == Role.WRITER && member.serving() == Serving.SERVES) {
            writer = Optional.of(reason);
          }
          if (member.role() == Role.READER) {
            readers.add(new Unplaced(member, reason));
          }
        }
      }
    }
    return new Resolution(new InstanceAddresses(members, agreed, notes), writer, readers);
  }

  /** A resolver takes the empty name for its own host. */
  private static List<String> named(Member member, Function<String, List<String>> lookUp) {
    return member.endpoint().isEmpty() ? List.of() : lookUp.apply(member.endpoint());
  }

  /** Whether every member that matters has an address. */
  public boolean complete() {
    return addresses.notes().isEmpty();
  }
}
