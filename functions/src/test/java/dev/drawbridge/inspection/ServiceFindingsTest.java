package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.PrivateDnsName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceFindingsTest {
  private static final String NAME = "orders.db.example.com";

  @Test
  void a_name_that_is_as_its_owner_wants_it_and_verified_is_no_news() {
    assertThat(ServiceFindings.name(NAME, service(NAME, "verified"))).isEmpty();
    assertThat(ServiceFindings.name("", service(null, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pendingVerification", "failed"})
  void one_that_is_not_verified_is_told_with_the_record_that_verifies_it(String state) {
    Finding found = ServiceFindings.name(NAME, service(NAME, state)).orElseThrow();
    assertThat(found.kind()).isEqualTo(Kind.PRIVATE_NAME_UNVERIFIED);
    assertThat(found.text()).contains(NAME + " of", state, "_label (TXT)", "vpce:secret");
    assertThat(found.text()).contains("new connection requests are denied");
    assertThat(found.kind().weight()).isEqualTo(Weight.WEAKENS);
    assertThat(Soundness.faults(List.of(found), "arn:aws:iam::222222222222:root"))
        .as("no reason to begin a run anew")
        .isEmpty();
  }

  @Test
  void another_name_than_the_owners_is_told_whether_it_is_verified_or_not() {
    assertThat(changed(NAME, service("other.example.com", "failed")))
        .contains("has the name other.example.com", "wants the name " + NAME);
    assertThat(changed(NAME, service(null, ""))).contains("has no name");
    assertThat(changed("", service(NAME, "verified")))
        .contains("wants no name", "set privateDnsName to it", "once no endpoint is connected");
  }

  private static String changed(String wanted, EndpointService service) {
    Optional<Finding> found = ServiceFindings.name(wanted, service);
    assertThat(found.map(Finding::kind)).hasValue(Kind.PRIVATE_NAME_CHANGED);
    return found.orElseThrow().text();
  }

  private static EndpointService service(@Nullable String name, String state) {
    return new EndpointService(
        "vpce-svc-1",
        "com.amazonaws.vpce.eu-central-1.vpce-svc-1",
        "Available",
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        name == null ? null : new PrivateDnsName(name, state, "_label", "TXT", "vpce:secret"));
  }
}
