package dev.drawbridge.simulator.operation;

import java.util.Map;

/** An error that a service answers with: AWS's own code, HTTP status and message. */
public final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String message;
  private final int status;
  private final transient Map<String, Object> members;

  private ServiceError(int status, String code, String message, Map<String, Object> members) {
    super(message);
    this.message = message;
    this.status = status;
    this.code = code;
    this.members = members;
  }

  /**
   * A fault of the caller, HTTP 400.
   *
   * @param code the code as it stands on the wire, for example {@code TargetGroupNotFound}
   */
  public static ServiceError client(String code, String message) {
    return new ServiceError(400, code, message, Map.of());
  }

  /** An error with a status of its own. */
  public static ServiceError of(int status, String code, String message) {
    return new ServiceError(status, code, message, Map.of());
  }

  /** The same error with further members of its shape; JSON protocols only. */
  public ServiceError with(Map<String, Object> more) {
    return new ServiceError(status, code, message, Map.copyOf(more));
  }

  /** The error code. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Members besides the message. */
  public Map<String, Object> members() {
    return members;
  }
}
