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
 * @param addresses what agrees, with a note for each serving reader that does not
 * @param writerDisagrees why the writer cannot be registered, if it cannot
 */
public record Resolution(InstanceAddresses addresses, Optional<String> writerDisagrees) {

  /** Looks up every member that serves or might. */
  public static Resolution of(
      List<Member> members, List<Subnet> subnets, Function<String, List<String>> lookUp) {
    List<InstanceAddress> agreed = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<String> writer = Optional.empty();
    for (Member member : members) {
      if (member.serving() == Serving.DOES_NOT_SERVE) {
        continue;
      }
      switch (Agreement.of(member, lookUp.apply(member.endpoint()), subnets)) {
        case Agreement.Agreed(String address) -> agreed.add(new InstanceAddress(member, address));
        case Agreement.Disagreed(String reason) -> {
          notes.add(reason);
          if (member.role() == Role.WRITER && member.serving() == Serving.SERVES) {
            writer = Optional.of(reason);
          }
        }
      }
    }
    return new Resolution(new InstanceAddresses(members, agreed, notes), writer);
  }

  /** Whether every member that matters has an address. */
  public boolean complete() {
    return addresses.notes().isEmpty();
  }
}
