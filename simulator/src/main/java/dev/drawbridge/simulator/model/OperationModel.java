package dev.drawbridge.simulator.model;

import java.util.List;

/** What a service's API model says of one operation. */
public final class OperationModel {
  private final Member request;
  private final List<String> errors;
  private final String method;
  private final String uri;
  private final int status;

  OperationModel(Member request, List<String> errors, String method, String uri, int status) {
    this.request = request;
    this.errors = List.copyOf(errors);
    this.method = method;
    this.uri = uri;
    this.status = status;
  }

  Member request() {
    return request;
  }

  /** The error codes that the model names for it; any operation has its service's common ones. */
  public List<String> errors() {
    return errors;
  }

  /** The HTTP method of a REST operation; empty for the other protocols. */
  public String method() {
    return method;
  }

  /** The URI of a REST operation with its labels, as {@code /functions/{FunctionName}}. */
  public String uri() {
    return uri;
  }

  /** The HTTP status of a successful answer. */
  public int status() {
    return status;
  }
}
