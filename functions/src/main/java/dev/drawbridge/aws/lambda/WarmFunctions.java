package dev.drawbridge.aws.lambda;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.ErrorTable;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Functions that are to find a warm execution environment, and a live version, when needed. */
public final class WarmFunctions {
  /** What an invocation carries that has no task: a worker answers it without doing anything. */
  public static final String PAYLOAD = "{\"warmUp\":true}";

  private final LambdaClient client;
  private final List<String> arns;
  private boolean silent;

  /**
   * @param arns of aliases, separated by commas
   */
  public WarmFunctions(Clients clients, String arns) {
    this.client = clients.functions();
    this.arns = List.of(arns.split(",", -1));
  }

  /**
   * Whether Lambda gave no answer when it was asked last. Its invocations hung for hours while all
   * else answered (aws.amazon.com/message/061323).
   */
  public boolean silent() {
    return silent;
  }

  /**
   * Invokes each of them with no task and does not wait. Calls: 1 a function, and none after the
   * first to which there is no answer at all: each may take as long as a time-out.
   *
   * @return what could not be invoked, and why
   */
  public List<String> warm() {
    silent = false;
    return arns.stream().flatMap(arn -> failure(arn).stream()).toList();
  }

  private Optional<String> failure(String arn) {
    if (silent) {
      return Optional.of("not tried to keep alive: " + arn);
    }
    try {
      invoke(arn);
      return Optional.empty();
    } catch (SdkException failure) {
      silent = !ErrorTable.isAnswer(failure);
      return Optional.of(
          "could not be kept alive: %s: %s"
              .formatted(arn, ErrorTable.translate(failure).getMessage()));
    }
  }

  private void invoke(String arn) {
    client.invoke(
        r ->
            r.functionName(arn)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(PAYLOAD)));
  }
}
