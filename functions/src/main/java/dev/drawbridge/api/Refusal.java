package dev.drawbridge.api;

/** Ends the work on a call with a problem document that is none of the four errors of a run. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refusal(Problem.Kind kind, String detail) {
    super(detail, null, false, false);
    this.problem = Problem.of(kind, detail);
  }

  Problem problem() {
    return problem;
  }

  /** The caller may not know whether it exists. */
  static Refusal notFound(String what, String id) {
    return new Refusal(
        Problem.Kind.NOT_FOUND,
        "%s: there is none of this id that the caller may see: %s".formatted(what, id));
  }

  static Refusal forbidden(String detail) {
    return new Refusal(Problem.Kind.FORBIDDEN, detail);
  }
}
