package dev.drawbridge.simulator.apigateway;

/**
 * A refusal in the gateway's own name ("Gateway response types for API Gateway", Amazon API Gateway
 * Developer Guide).
 */
final class GatewayError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Type, status and {@code x-amzn-ErrorType} of what the gateway answers. */
  enum Type {
    MISSING_AUTHENTICATION_TOKEN(403, "MissingAuthenticationTokenException"),
    INVALID_SIGNATURE(403, "InvalidSignatureException"),
    /** The type that AWS uses for a key that it does not know is UNCONFIRMED. */
    UNRECOGNIZED_CLIENT(403, "UnrecognizedClientException"),
    ACCESS_DENIED(403, "AccessDeniedException"),
    REQUEST_TOO_LARGE(413, "RequestTooLargeException"),
    THROTTLED(429, "TooManyRequestsException"),
    /** A function that failed, or answered what is no proxy answer. */
    BAD_ANSWER(502, "InternalServerErrorException"),
    INTEGRATION_TIMEOUT(504, "InternalServerErrorException");

    final int status;
    final String errorType;

    Type(int status, String errorType) {
      this.status = status;
      this.errorType = errorType;
    }
  }

  private final Type type;

  GatewayError(Type type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  Type type() {
    return type;
  }

  static GatewayError internal() {
    return new GatewayError(Type.BAD_ANSWER, "Internal server error");
  }
}
