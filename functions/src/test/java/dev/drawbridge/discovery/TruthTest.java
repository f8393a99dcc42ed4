package dev.drawbridge.discovery;

import static dev.drawbridge.discovery.Truths.member;
import static dev.drawbridge.discovery.Truths.reader;
import static dev.drawbridge.discovery.Truths.resolved;
import static dev.drawbridge.discovery.Truths.unresolved;
import static dev.drawbridge.discovery.Truths.writer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TruthTest {
  private static final InstanceAddresses REGISTERED = resolved(writer("a"), reader("b"));

  static Stream<List<Member>> others() {
    Member elsewhere =
        new Member("b", "db-b", "b.rds", Truths.PORT, Role.READER, Serving.SERVES, "zone-b");
    Member exchanged =
        new Member("b", "db-c", "b.rds", Truths.PORT, Role.READER, Serving.SERVES, "zone-a");
    return Stream.of(
        List.of(),
        List.of(writer("a")),
        List.of(writer("a"), reader("b"), reader("c")),
        List.of(reader("a"), writer("b")),
        List.of(writer("a"), elsewhere),
        List.of(writer("a"), exchanged),
        List.of(writer("a"), member("b", Role.READER, Serving.DOES_NOT_SERVE)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void it_has_moved_if_an_instance_came_went_or_changed(List<Member> now) {
    assertThat(Truth.moved(REGISTERED, Optional.of(new Topology.Cluster(now)))).isTrue();
  }

  @Test
  void order_does_not_matter_and_a_database_that_is_gone_has_moved() {
    Topology same = new Topology.Cluster(List.of(reader("b"), writer("a")));
    assertThat(Truth.moved(REGISTERED, Optional.of(same))).isFalse();
    assertThat(Truth.moved(REGISTERED, Optional.empty())).isTrue();
  }

  @Test
  void an_instance_at_another_address_has_moved_and_one_without_any_has_not() {
    InstanceAddresses elsewhere =
        new InstanceAddresses(
            REGISTERED.members(),
            List.of(new InstanceAddress(writer("a"), "a"), new InstanceAddress(reader("b"), "new")),
            List.of());
    assertThat(Truth.readdressed(REGISTERED, elsewhere)).isTrue();
    assertThat(Truth.readdressed(REGISTERED, REGISTERED)).isFalse();
    assertThat(Truth.readdressed(REGISTERED, unresolved(reader("b"), writer("a")))).isFalse();
  }

  @Test
  void an_instance_that_has_got_an_address_since_has_moved() {
    assertThat(Truth.readdressed(unresolved(reader("b"), writer("a")), REGISTERED)).isTrue();
  }
}
