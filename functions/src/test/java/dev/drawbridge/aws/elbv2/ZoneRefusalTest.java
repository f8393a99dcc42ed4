package dev.drawbridge.aws.elbv2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Subnet;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

class ZoneRefusalTest {
  private static final Subnet A = new Subnet("subnet-a", "us-west-1a", "10.0.1.0/24", "usw1-az3");
  private static final Subnet B = new Subnet("subnet-b", "us-west-1b", "10.0.2.0/24", "usw1-az1");
  private static final List<Subnet> BOTH = List.of(A, B);

  @Test
  void the_code_of_the_api_reference_is_one_whether_it_names_the_zone_or_not() {
    AwsServiceException silent =
        failure("AvailabilityZoneNotSupported", "The specified zone is not supported");
    assertThat(ZoneRefusal.of(silent, A)).isTrue();
    assertThat(ZoneRefusal.ofOne(silent, BOTH)).isTrue();
    assertThat(ZoneRefusal.named(silent, BOTH)).isEmpty();
  }

  /** As reported: widdix/mastodon-on-aws#13. */
  @Test
  void a_validation_error_is_one_if_it_names_the_zone() {
    AwsServiceException reported =
        failure(
            "ValidationError",
            "The following Availability Zones us-west-1a cannot be associated with a load balancer."
                + " Please try a different Availability Zone.");
    assertThat(ZoneRefusal.named(reported, BOTH)).containsExactly(A);
    assertThat(ZoneRefusal.ofOne(reported, BOTH)).isTrue();
    assertThat(ZoneRefusal.of(reported, A)).isTrue();
    assertThat(ZoneRefusal.of(reported, B)).isFalse();
  }

  @Test
  void a_full_subnet_is_one_only_where_it_would_have_been_added_alone() {
    AwsServiceException full =
        failure("InvalidSubnet", "Not enough IP space available in subnet-a.");
    assertThat(ZoneRefusal.of(full, A)).isTrue();
    assertThat(ZoneRefusal.ofOne(full, BOTH)).isFalse();
  }

  @Test
  void any_other_refusal_is_none() {
    AwsServiceException other = failure("ValidationError", "At least one subnet must be specified");
    assertThat(ZoneRefusal.of(other, A)).isFalse();
    assertThat(ZoneRefusal.ofOne(other, BOTH)).isFalse();
    assertThat(ZoneRefusal.of(failure("ThrottlingException", "us-west-1a"), A)).isFalse();
  }

  private static AwsServiceException failure(String code, String message) {
    return ElasticLoadBalancingV2Exception.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .message(message)
        .build();
  }
}
