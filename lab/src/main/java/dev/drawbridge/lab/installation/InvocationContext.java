package dev.drawbridge.lab.installation;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.drawbridge.simulator.lambda.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The simulated invocation as Lambda's Java runtime shows it to a handler. */
record InvocationContext(Invocation invocation, int memoryMb, Consumer<String> logLine)
    implements Context {

  @Override
  public String getAwsRequestId() {
    return invocation.requestId();
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + invocation.functionName();
  }

  @Override
  public String getLogStreamName() {
    return invocation.requestId();
  }

  @Override
  public String getFunctionName() {
    return invocation.functionName();
  }

  @Override
  public String getFunctionVersion() {
    return invocation.functionVersion();
  }

  @Override
  public String getInvokedFunctionArn() {
    return invocation.invokedArn();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact(invocation.remaining().toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return memoryMb;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        logLine.accept(message.stripTrailing());
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
