package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.discovery.Identification;
import dev.drawbridge.discovery.Truths;
import dev.drawbridge.model.BalancerNodes;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.Standing;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.Quotas;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstanceFindingsTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final Target OWN = new Target("10.0.0.1", 5432);
  private static final Target FURTHER = new Target("10.0.0.66", 5432);
  static final Identification THERE =
      new Identification(
          Standing.PRESENT, Optional.of(Truths.cluster(ARN, "cluster-1", "aurora-postgresql")));
  private static final Identification GONE = new Identification(Standing.ABSENT, Optional.empty());

  @Test
  void a_target_beside_an_instance_or_in_its_place_is_followed_and_not_put_back_once_a_day() {
    assertThat(found(THERE, OWN, OWN)).isEmpty();
    assertBehind(found(THERE, OWN, OWN, FURTHER));
    assertBehind(found(THERE, OWN, FURTHER));
    assertBehind(found(THERE, OWN));
  }

  @Test
  void of_a_database_that_is_gone_only_who_was_put_there_by_others_is_found() {
    assertThat(found(GONE, OWN, OWN)).as("it is about to be taken out").isEmpty();
    assertThat(found(GONE, null)).isEmpty();
    assertBehind(found(GONE, null, FURTHER));
    assertBehind(found(GONE, OWN, OWN, FURTHER));
  }

  @Test
  void a_group_that_is_not_as_we_set_it_is_put_back() {
    GroupSeen changed = new GroupSeen("group", true, List.of("a=b"), List.of(healthy(OWN)));
    assertThat(InstanceFindings.of(expected(OWN), seen(THERE, changed)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.INSTANCE_PORT_GONE);
              assertThat(finding.remedy()).isEqualTo(Remedy.MEND);
            });
  }

  @Test
  void a_listener_that_speaks_tls_is_put_back_though_its_target_is_healthy() {
    GroupSeen sound = new GroupSeen("group", true, List.of(), List.of(healthy(OWN)));
    assertThat(InstanceFindings.of(expected(OWN), seen(THERE, sound, "TLS")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.INSTANCE_PORT_GONE);
              assertThat(finding.text()).contains("protocol TLS, not TCP");
            });
  }

  private static void assertBehind(List<Finding> findings) {
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.TARGETS_BEHIND);
              assertThat(finding.subject()).isEqualTo("port 5434");
              assertThat(finding.remedy()).isEqualTo(Remedy.REFRESH);
            });
  }

  private static List<Finding> found(
      Identification database, @Nullable Target recorded, Target... held) {
    GroupSeen group =
        new GroupSeen(
            "group", true, List.of(), Stream.of(held).map(InstanceFindingsTest::healthy).toList());
    return InstanceFindings.of(expected(recorded), seen(database, group));
  }

  private static TargetState healthy(Target target) {
    return new TargetState(target, "healthy", "");
  }

  private static Expected expected(@Nullable Target recorded) {
    InstancePort port =
        new InstancePort("orders-1", "db-1", 5434, "group", "listener", recorded, null, null);
    Exposure exposure =
        Exposure.first(ARN)
            .with(ExposureSettings.defaults().withInstances(new InstancePortRange(5434, 5440)))
            .with(List.of(port));
    return Expected.of(exposure, List.of(), List.of(), List.of(), Quotas.DEFAULTS);
  }

  static PathSeen seen(Identification database, GroupSeen group) {
    return seen(database, group, "TCP");
  }

  private static PathSeen seen(Identification database, GroupSeen group, String protocol) {
    return new PathSeen(
        database,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(
            new LoadBalancerSeen(
                "lb", "active", "internal", "vpc-0", List.of(), List.of(), "off", true, true)),
        List.of(new ListenerSeen("listener", 5434, protocol, List.of("group"))),
        Optional.empty(),
        Optional.empty(),
        List.of(group),
        BalancerNodes.NONE,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        new PathSeen.InRegion(1, 1),
        Instant.EPOCH);
  }
}
