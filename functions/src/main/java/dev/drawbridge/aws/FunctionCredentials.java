package dev.drawbridge.aws;

import java.util.function.Function;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The credentials of a function's role, wherever Lambda puts them.
 *
 * <p>A function without SnapStart has them in its environment. One with SnapStart has "container
 * credentials instead of the access key environment variables" ("Activating and managing Lambda
 * SnapStart", AWS Lambda Developer Guide), so that they cannot expire inside a snapshot. Nothing is
 * read before the first call, and what priming has read is forgotten before the snapshot is taken.
 */
final class FunctionCredentials implements AwsCredentialsProvider, Resource {
  /**
   * Where the container endpoint is; the SDK reads it, and the token beside it, at each refresh.
   */
  static final String ENDPOINT = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

  static final String KEY = "AWS_ACCESS_KEY_ID";
  static final String SECRET = "AWS_SECRET_ACCESS_KEY";
  static final String SESSION = "AWS_SESSION_TOKEN";

  private final Function<String, @Nullable String> variables;
  private @Nullable ContainerCredentialsProvider container;

  /**
   * @param variables from the name of an environment variable to its value
   */
  FunctionCredentials(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  /** Those of this process, which forget themselves when it is frozen. */
  static FunctionCredentials ofProcess() {
    FunctionCredentials made = new FunctionCredentials(System::getenv);
    Core.getGlobalContext().register(made);
    return made;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    String key = variable(KEY);
    String secret = variable(SECRET);
    if (key != null && secret != null) {
      String session = variable(SESSION);
      return session == null
          ? AwsBasicCredentials.create(key, secret)
          : AwsSessionCredentials.create(key, secret, session);
    }
    if (variable(ENDPOINT) == null) {
      throw SdkClientException.create(
          "the environment of this function has neither %s nor %s: run it on Lambda, or set one"
              .formatted(ENDPOINT, KEY));
    }
    return container().resolveCredentials();
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    forget();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    forget();
  }

  /** Hooks of others may have run, and made calls, on either side of ours. */
  private void forget() {
    if (container != null) {
      container.close();
      container = null;
    }
  }

  private ContainerCredentialsProvider container() {
    ContainerCredentialsProvider answer = container;
    if (answer == null) {
      answer = ContainerCredentialsProvider.create();
      container = answer;
    }
    return answer;
  }

  /** Absent and empty are the same. */
  private @Nullable String variable(String name) {
    String value = variables.apply(name);
    return value == null || value.isBlank() ? null : value;
  }
}
