package dev.drawbridge.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.network.ExposedDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;

/** Where AWS takes the record that verifies a private DNS name. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class PrivateNamesTest {
  private final ExposedDatabase world = new ExposedDatabase();
  private final String service = world.service(world.nlb(2, true));

  @BeforeEach
  void name() {
    world.providerEc2.modifyVpcEndpointServiceConfiguration(
        r -> r.serviceId(service).privateDnsName("orders.db.example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.db.example.com", "db.example.com", "example.com"})
  void at_the_name_or_at_any_domain_above_it_with_the_label_or_without(String domain) {
    PrivateDnsNameConfiguration wanted = shown();
    world.ec2.publishRecord(domain, wanted.value());
    assertThat(verified()).isEqualTo("verified");

    world.ec2.withdrawRecord(domain, wanted.value());
    assertThat(shown().stateAsString()).isEqualTo("failed");
    world.ec2.publishRecord(wanted.name() + "." + domain, wanted.value());
    assertThat(verified()).isEqualTo("verified");
  }

  @Test
  void at_a_domain_beside_it_it_proves_nothing() {
    world.ec2.publishRecord("payroll.db.example.com", shown().value());
    assertThat(verified()).isEqualTo("failed");
  }

  private String verified() {
    world.providerEc2.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(service));
    world.pass(Duration.ofMinutes(10));
    return shown().stateAsString();
  }

  private PrivateDnsNameConfiguration shown() {
    return world
        .providerEc2
        .describeVpcEndpointServiceConfigurations(r -> r.serviceIds(service))
        .serviceConfigurations()
        .getFirst()
        .privateDnsNameConfiguration();
  }
}
