package dev.drawbridge.engine.conformance;

/**
 * What came of a case.
 *
 * @param id the case
 * @param reason why it has not passed; empty where it has
 */
public record Verdict(String id, Result result, String reason) {

  /** The possible results. */
  public enum Result {
    /** As recorded. */
    PASSED,
    /** Otherwise than recorded. */
    FAILED,
    /** Not run: the engine refuses the definition. */
    REFUSED
  }

  static Verdict passed(String id) {
    return new Verdict(id, Result.PASSED, "");
  }

  static Verdict failed(String id, String reason) {
    return new Verdict(id, Result.FAILED, reason);
  }

  static Verdict refused(String id, String reason) {
    return new Verdict(id, Result.REFUSED, reason);
  }
}
