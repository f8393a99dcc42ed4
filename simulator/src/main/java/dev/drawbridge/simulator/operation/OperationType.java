package dev.drawbridge.simulator.operation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import software.amazon.awssdk.core.SdkPojo;

/** What an operation's type arguments say of it: its name on the wire and its request class. */
public final class OperationType {
  private final Operation<?, ?> operation;
  private final Method builder;
  private final String name;

  private OperationType(Operation<?, ?> operation, Class<?> request) {
    this.operation = operation;
    String simple = request.getSimpleName();
    this.name = simple.substring(0, simple.length() - "Request".length());
    try {
      this.builder = request.getMethod("builder");
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(request + " is not a request class of the SDK", e);
    }
  }

  /**
   * Reads the type arguments of {@code operation}'s class.
   *
   * @throws IllegalArgumentException if the first is not a request class of the SDK
   */
  public static OperationType of(Operation<?, ?> operation) {
    JavaType[] arguments =
        TypeFactory.defaultInstance()
            .constructType(operation.getClass())
            .findTypeParameters(Operation.class);
    return new OperationType(operation, arguments[0].getRawClass());
  }

  /** The name on the wire: {@code DescribeDBClusters} for {@code DescribeDbClustersRequest}. */
  public String name() {
    return name;
  }

  /** The operation itself. */
  public Operation<?, ?> operation() {
    return operation;
  }

  /** A new, empty builder of the request class. */
  public SdkPojo newRequest() {
    try {
      return (SdkPojo) builder.invoke(null);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot build a request of " + name, e);
    }
  }
}
