package dev.drawbridge.engine.path;

/** A path that finds nothing, or that cannot be read; the message is the JSONPath library's. */
public final class PathFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** A failure with the library's own words, for example {@code No results for path: $['a']}. */
  public PathFailure(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why the path found nothing. */
  public String reason() {
    return reason;
  }
}
