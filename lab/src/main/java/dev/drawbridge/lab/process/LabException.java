package dev.drawbridge.lab.process;

/** A part of the lab could not be started or has stopped; the message says what to do about it. */
public final class LabException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LabException(String message) {
    super(message);
  }

  public LabException(String message, Throwable cause) {
    super(message, cause);
  }
}
