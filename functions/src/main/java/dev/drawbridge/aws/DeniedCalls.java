package dev.drawbridge.aws;

import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Says which action was refused where AWS does not: EC2 may answer no more than "You are not
 * authorized to perform this operation." (aws-cli#5628).
 */
final class DeniedCalls implements ExecutionInterceptor {
  /** What IAM calls the services that the SDK calls otherwise. */
  private static final Map<String, String> PREFIXES =
      Map.of("Elastic Load Balancing v2", "elasticloadbalancing", "SFN", "states");

  private static final String PHRASE = "is not authorized to perform: ";

  @Override
  public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes call) {
    if (context.exception() instanceof AwsServiceException failure
        && Denial.is(failure)
        && !String.valueOf(failure.awsErrorDetails().errorMessage()).contains(PHRASE)) {
      return failure.toBuilder()
          .awsErrorDetails(
              failure.awsErrorDetails().toBuilder().errorMessage(PHRASE + action(call)).build())
          .build();
    }
    return context.exception();
  }

  private static String action(ExecutionAttributes call) {
    String operation = call.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    String service = call.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    String prefix = PREFIXES.getOrDefault(service, service.toLowerCase(Locale.ROOT));
    // IAM's name of an operation differs for this one alone.
    return prefix + ":" + (operation.equals("Invoke") ? "InvokeFunction" : operation);
  }
}
