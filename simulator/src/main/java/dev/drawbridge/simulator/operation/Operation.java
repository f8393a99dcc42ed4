package dev.drawbridge.simulator.operation;

import dev.drawbridge.simulator.call.Caller;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One operation of one AWS service, for example {@code CreateTargetGroup}.
 *
 * <p>The SDK's own model classes are the wire format: {@link OperationType} finds the operation's
 * name and its request class in the type arguments, so an implementation is registered by itself
 * alone. It runs while nothing else of the world runs; only here and in scheduled tasks does state
 * change.
 *
 * @param <I> the SDK's request class
 * @param <O> the SDK's response class
 */
public interface Operation<I extends SdkPojo, O extends SdkPojo> {

  /**
   * Serves one request.
   *
   * @throws ServiceError the error that AWS would answer with
   */
  O handle(I request, Caller caller);
}
