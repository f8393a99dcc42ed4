package dev.drawbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.TransientFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class DenialTest {
  private static final String WHO = "User: arn:aws:sts::111111111111:assumed-role/Discover/x ";
  private static final String SUBNET = "arn:aws:ec2:eu-central-1:111111111111:subnet/subnet-1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDenied",
        "AccessDeniedException",
        "UnauthorizedOperation",
        "AuthorizationError",
        "KMSAccessDenied"
      })
  void a_refusal_by_iam_ends_the_run_and_names_action_resource_and_role(String code) {
    RuntimeException ours =
        ErrorTable.translate(
            failure(
                code,
                403,
                WHO
                    + "is not authorized to perform: ec2:CreateTags on resource: "
                    + SUBNET
                    + " because no identity-based policy allows the ec2:CreateTags action"));
    assertThat(ours)
        .isInstanceOf(Conflict.class)
        .hasMessageStartingWith("role Discover may not do ec2:CreateTags on " + SUBNET + " because")
        .hasMessageContaining("then start again");
  }

  @Test
  void a_policy_of_the_organisation_is_named_as_the_reason() {
    assertThat(
            ErrorTable.translate(
                failure(
                    "AccessDenied",
                    403,
                    WHO
                        + "is not authorized to perform: rds:DescribeDBClusters on resource: a"
                        + " with an explicit deny in a service control policy")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("explicit deny in a service control policy");
  }

  @Test
  void what_only_aws_can_read_is_left_out() {
    assertThat(
            ErrorTable.translate(
                failure(
                    "UnauthorizedOperation",
                    403,
                    "You are not authorized to perform this operation. "
                        + WHO
                        + "is not authorized to perform: ec2:DescribeVpcs because no identity-based"
                        + " policy allows the ec2:DescribeVpcs action."
                        + " Encoded authorization failure message: abcdefgh")))
        .hasMessageContaining("ec2:DescribeVpcs action; let the role")
        .hasMessageNotContaining("Encoded");
  }

  @Test
  void any_other_403_ends_the_run_too() {
    assertThat(ErrorTable.translate(failure("OptInRequired", 403, "Not subscribed")))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void a_group_of_another_vpc_is_no_group_that_is_not_there_yet() {
    assertThat(
            ErrorTable.translate(
                failure(
                    "InvalidGroup.NotFound",
                    400,
                    "You have specified two resources that belong to different networks.")))
        .isInstanceOf(Conflict.class);
    assertThat(
            ErrorTable.translate(
                failure("InvalidGroup.NotFound", 400, "The security group 'sg-1' does not exist")))
        .isInstanceOf(TransientFailure.class);
  }

  @ParameterizedTest
  @CsvSource({"ExpiredToken,403", "RequestTimeTooSkewed,403", "SignatureDoesNotMatch,403"})
  void credentials_and_clocks_that_are_renewed_are_tried_again(String code, int status) {
    assertThat(ErrorTable.translate(failure(code, status, "later")))
        .isInstanceOf(TransientFailure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KMSThrottling", "KMSThrottlingException"})
  void a_key_that_is_asked_too_often_is_asked_again(String code) {
    assertThat(ErrorTable.translate(failure(code, 400, "Rate exceeded")))
        .isInstanceOf(TransientFailure.class);
  }

  @Test
  void a_throttle_is_no_quota_whatever_its_name() {
    assertThat(ErrorTable.translate(failure("TooManyRequestsException", 429, "Rate Exceeded.")))
        .isInstanceOf(TransientFailure.class);
    assertThat(ErrorTable.translate(failure("TooManyTargets", 400, "The maximum number")))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void an_action_that_aws_does_not_name_is_named() {
    Ec2Exception refused =
        catchThrowableOfType(
            Ec2Exception.class, () -> clients(terse()).ec2().describeSubnets(r -> {}));
    assertThat(ErrorTable.translate(refused))
        .isInstanceOf(Conflict.class)
        .hasMessageStartingWith("the function's role may not do ec2:DescribeSubnets;");
  }

  private static String terse() {
    return "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not"
        + " authorized to perform this operation.</Message></Error></Errors></Response>";
  }

  private static Clients clients(String answer) {
    return new Clients(
        new Clients.Wiring(
            new Refusing(answer),
            Region.EU_CENTRAL_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("111111111111", "x")),
            BackoffStrategy.retryImmediately(),
            Optional.of(URI.create("http://127.0.0.1"))));
  }

  private static AwsServiceException failure(String code, int status, String message) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(message)
                .serviceName("Ec2")
                .build())
        .build();
  }

  /** Answers 403 to everything. */
  private record Refusing(String body) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder()
              .response(
                  SdkHttpResponse.builder()
                      .statusCode(403)
                      .headers(java.util.Map.of("Content-Type", List.of("text/xml")))
                      .build())
              .responseBody(
                  AbortableInputStream.create(SdkBytes.fromUtf8String(body).asInputStream()))
              .build();
        }

        @Override
        public void abort() {
          // Nothing is under way.
        }
      };
    }

    @Override
    public void close() {
      // Holds nothing open.
    }
  }
}
