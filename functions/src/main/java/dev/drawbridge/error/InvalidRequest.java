package dev.drawbridge.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The request cannot be carried out as it stands: a wrong field, a database that does not qualify.
 *
 * <p>Ends the run. Advice: change the request and send it again.
 */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One field that is wrong.
   *
   * @param field its name; empty where it is the request as a whole
   * @param detail what is wrong with it, with which value, and how to mend it
   */
  public record Fault(String field, String detail) {
    @Override
    public String toString() {
      return field.isEmpty() ? detail : field + ": " + detail;
    }
  }

  private final transient List<Fault> faults;

  /**
   * An error that a person will read.
   *
   * @param message what is wrong, naming field and value, and how to mend it
   */
  public InvalidRequest(String message) {
    super(message);
    this.faults = List.of();
  }

  /** The same with the error that it was made from. */
  public InvalidRequest(String message, Throwable cause) {
    super(message, cause);
    this.faults = List.of();
  }

  /** One wrong field. */
  public InvalidRequest(String field, String detail) {
    this(List.of(new Fault(field, detail)));
  }

  /** Several wrong fields, at least one. */
  public InvalidRequest(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  /** The fields that are wrong, where the error is about fields. */
  public List<Fault> faults() {
    return faults;
  }
}
