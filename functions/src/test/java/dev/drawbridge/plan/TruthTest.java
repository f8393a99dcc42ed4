package dev.drawbridge.plan;

import static dev.drawbridge.plan.Truths.reader;
import static dev.drawbridge.plan.Truths.resolved;
import static dev.drawbridge.plan.Truths.writer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Sighting;
import dev.drawbridge.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TruthTest {
  private static final Endpoints REGISTERED = resolved(writer("a"), reader("b"));

  static Stream<List<Sighting>> other() {
    return Stream.of(
        List.of(),
        List.of(sighting("a", Role.WRITER)),
        List.of(sighting("a", Role.WRITER), sighting("b", Role.READER), sighting("c", Role.READER)),
        List.of(sighting("a", Role.READER), sighting("b", Role.WRITER)),
        List.of(new Sighting("a", Role.WRITER, Serving.SERVES, "zone-b"), sighting("b", null)),
        List.of(new Sighting("a", Role.WRITER, Serving.DOES_NOT_SERVE, null), sighting("b", null)));
  }

  @ParameterizedTest
  @MethodSource("other")
  void a_glance_sees_who_came_went_or_changed(List<Sighting> now) {
    assertThat(Truth.moved(REGISTERED, now)).isTrue();
  }

  @Test
  void what_a_glance_does_not_tell_has_not_changed() {
    assertThat(Truth.moved(REGISTERED, List.of(sighting("b", null), sighting("a", Role.WRITER))))
        .isFalse();
  }

  @Test
  void order_does_not_matter_and_a_database_that_is_gone_has_moved() {
    Topology same = new Topology.Cluster(List.of(reader("b"), writer("a")));
    assertThat(Truth.moved(REGISTERED, Optional.of(same))).isFalse();
    assertThat(Truth.moved(REGISTERED, Optional.empty())).isTrue();
  }

  private static Sighting sighting(
      String identifier, @org.jspecify.annotations.Nullable Role role) {
    return new Sighting(identifier, role, null, null);
  }
}
