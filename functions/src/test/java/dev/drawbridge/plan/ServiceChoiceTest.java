package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.plan.ServiceChoice.Candidate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceChoiceTest {
  private static final String DATABASE = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String BALANCER =
      "arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/net/%s/0a1"
          .formatted(Names.loadBalancer(DATABASE));
  private static final String OTHER =
      "arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/net/somebodys/0a2";
  private static final Candidate COPIED = candidate("vpce-svc-1", OTHER, Ownership.tags(DATABASE));
  private static final Candidate OWN = candidate("vpce-svc-2", BALANCER, Ownership.tags(DATABASE));

  @Test
  void tags_alone_make_no_service_ours() {
    assertThat(ServiceChoice.isOwn(COPIED, DATABASE, List.of())).isFalse();
    assertThat(ServiceChoice.isOwn(COPIED, DATABASE, List.of("vpce-svc-1"))).isTrue();
    assertThat(ServiceChoice.isOwn(OWN, DATABASE, List.of())).isTrue();
    assertThat(
            ServiceChoice.isOwn(candidate("vpce-svc-2", BALANCER, Map.of()), DATABASE, List.of()))
        .isFalse();
  }

  @Test
  void a_service_with_copied_tags_is_passed_over_whichever_comes_first() {
    for (List<Candidate> all : List.of(List.of(COPIED, OWN), List.of(OWN, COPIED))) {
      assertThat(ServiceChoice.ours(all, DATABASE, BALANCER, List.of("vpce-svc-2")))
          .contains(OWN.service());
    }
    assertThat(ServiceChoice.ours(List.of(COPIED), DATABASE, BALANCER, List.of())).isEmpty();
  }

  @Test
  void the_one_on_record_that_was_moved_elsewhere_is_a_conflict() {
    assertThatThrownBy(
            () -> ServiceChoice.ours(List.of(COPIED), DATABASE, BALANCER, List.of("vpce-svc-1")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("vpce-svc-1");
  }

  @Test
  void one_on_record_that_has_lost_its_tags_is_named() {
    Candidate untagged = candidate("vpce-svc-3", BALANCER, Map.of());
    assertThat(
            ServiceChoice.untagged(
                List.of(OWN, COPIED, untagged), DATABASE, List.of("vpce-svc-3", "vpce-svc-9")))
        .containsExactly("vpce-svc-3");
  }

  private static Candidate candidate(String id, String balancer, Map<String, String> tags) {
    return new Candidate(
        new EndpointService(
            id,
            "name",
            "Available",
            true,
            List.of(balancer),
            List.of(),
            List.of(),
            List.of(),
            null),
        tags);
  }
}
