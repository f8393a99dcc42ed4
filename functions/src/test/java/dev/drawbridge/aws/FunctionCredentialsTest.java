package dev.drawbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

class FunctionCredentialsTest {
  private final Map<String, String> environment = new HashMap<>();
  private final FunctionCredentials credentials = new FunctionCredentials(environment::get);

  @Test
  void a_function_with_snapstart_asks_its_container_endpoint() throws IOException {
    try (ContainerEndpoint endpoint = new ContainerEndpoint()) {
      environment.put(FunctionCredentials.ENDPOINT, endpoint.uri());
      assertThat(credentials.resolveCredentials())
          .isInstanceOf(AwsSessionCredentials.class)
          .satisfies(found -> assertThat(found.accessKeyId()).isEqualTo("key-1"));
    }
  }

  @Test
  void a_function_without_snapstart_has_its_credentials_in_its_environment() {
    environment.put(FunctionCredentials.KEY, "key");
    environment.put(FunctionCredentials.SECRET, "secret");
    environment.put(FunctionCredentials.SESSION, "session");
    assertThat(credentials.resolveCredentials())
        .isEqualTo(AwsSessionCredentials.create("key", "secret", "session"));
  }

  @Test
  void a_key_without_a_session_is_a_users_and_works_as_well() {
    environment.put(FunctionCredentials.KEY, "key");
    environment.put(FunctionCredentials.SECRET, "secret");
    environment.put(FunctionCredentials.SESSION, "");
    assertThat(credentials.resolveCredentials())
        .isEqualTo(AwsBasicCredentials.create("key", "secret"));
  }

  @Test
  void empty_key_variables_do_not_hide_the_container_endpoint() throws IOException {
    try (ContainerEndpoint endpoint = new ContainerEndpoint()) {
      environment.put(FunctionCredentials.KEY, "");
      environment.put(FunctionCredentials.SECRET, "");
      environment.put(FunctionCredentials.ENDPOINT, endpoint.uri());
      assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("key-1");
    }
  }

  @Test
  void nothing_is_read_before_the_first_call_and_one_answer_serves_many() throws IOException {
    try (ContainerEndpoint endpoint = new ContainerEndpoint()) {
      environment.put(FunctionCredentials.ENDPOINT, endpoint.uri());
      assertThat(endpoint.answers()).isZero();
      credentials.resolveCredentials();
      credentials.resolveCredentials();
      assertThat(endpoint.answers()).isEqualTo(1);
    }
  }

  @Test
  void what_priming_has_read_is_not_used_after_a_restore() throws IOException {
    try (ContainerEndpoint endpoint = new ContainerEndpoint()) {
      environment.put(FunctionCredentials.ENDPOINT, endpoint.uri());
      credentials.resolveCredentials();
      credentials.beforeCheckpoint(Core.getGlobalContext());
      credentials.afterRestore(Core.getGlobalContext());
      assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("key-2");
    }
  }

  @Test
  void without_either_the_error_names_both() {
    assertThatThrownBy(credentials::resolveCredentials)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        .hasMessageContaining("AWS_ACCESS_KEY_ID");
  }
}
