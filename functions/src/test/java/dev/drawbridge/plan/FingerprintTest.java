package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Member WRITER = member("orders-1", Role.WRITER, "eu-central-1a");
  private static final Member READER = member("orders-2", Role.READER, "eu-central-1b");
  private static final String THIS = of(at(WRITER, "10.0.0.1"), at(READER, "10.0.1.1"));

  @Test
  void it_does_not_depend_on_the_order_in_which_rds_lists_instances() {
    assertThat(of(at(READER, "10.0.1.1"), at(WRITER, "10.0.0.1"))).isEqualTo(THIS);
  }

  @Test
  void whatever_sends_a_run_round_changes_it() {
    Member promoted = member("orders-2", Role.WRITER, "eu-central-1b");
    Member moved = member("orders-2", Role.READER, "eu-central-1c");
    assertThat(
            List.of(
                THIS,
                of(at(WRITER, "10.0.0.1")),
                of(at(WRITER, "10.0.0.1"), at(READER, "10.0.1.2")),
                of(at(WRITER, "10.0.0.1"), at(promoted, "10.0.1.1")),
                of(at(WRITER, "10.0.0.1"), at(moved, "10.0.1.1")),
                Fingerprint.of(
                    "arn", "cluster-1", addresses(List.of(at(WRITER, "10.0.0.1")), READER)),
                Fingerprint.of("arn", "cluster-2", all()),
                Fingerprint.of("arn of another name", "cluster-1", all())))
        .doesNotHaveDuplicates();
    assertThat(Fingerprint.of("arn", "cluster-1", all())).isEqualTo(THIS);
  }

  private static String of(InstanceAddress... resolved) {
    return Fingerprint.of("arn", "cluster-1", addresses(List.of(resolved)));
  }

  private static InstanceAddresses all() {
    return addresses(List.of(at(WRITER, "10.0.0.1"), at(READER, "10.0.1.1")));
  }

  /** With further members that have no address. */
  private static InstanceAddresses addresses(List<InstanceAddress> resolved, Member... further) {
    List<Member> members =
        Stream.concat(resolved.stream().map(InstanceAddress::member), List.of(further).stream())
            .toList();
    return new InstanceAddresses(members, resolved, List.of());
  }

  private static InstanceAddress at(Member member, String address) {
    return new InstanceAddress(member, address);
  }

  private static Member member(String identifier, Role role, String zone) {
    return new Member(
        identifier, "db-" + identifier, identifier + ".example", 3306, role, Serving.SERVES, zone);
  }
}
