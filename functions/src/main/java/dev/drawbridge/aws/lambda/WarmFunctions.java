package dev.drawbridge.aws.lambda;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.ErrorTable;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * @param arns of aliases, separated by commas
   */
  public WarmFunctions(Clients clients, String arns) {
    this.client = clients.functions();
    this.arns = List.of(arns.split(",", -1));
  }

  /**
   * Invokes each of them with no task and does not wait. Calls: 1 a function, and none after the
   * first to which Lambda does not answer at all: each of those takes as long as a time-out.
   *
   * @return what could not be invoked, and why
   */
  public List<String> warm() {
    List<String> unreached = new ArrayList<>();
    for (String arn : arns) {
      try {
        invoke(arn);
      } catch (SdkException failure) {
        unreached.add(
            "could not be kept alive: %s: %s"
                .formatted(arn, ErrorTable.translate(failure).getMessage()));
        if (!ErrorTable.isAnswer(failure)) {
          break;
        }
      }
    }
    return unreached;
  }

  private void invoke(String arn) {
    client.invoke(
        r ->
            r.functionName(arn)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(PAYLOAD)));
  }
}
