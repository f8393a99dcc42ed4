package dev.drawbridge.api;

import java.util.List;

/** Ends the work on a call with a problem document that is none of the four errors of a run. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient List<String> unread;

  Refusal(Problem.Kind kind, String detail) {
    this(Problem.of(kind, detail), List.of());
  }

  private Refusal(Problem problem, List<String> unread) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.unread = unread;
  }

  /** The same, which the caller cannot tell apart: the alarm rings for an item behind it. */
  Refusal over(String fault) {
    return new Refusal(problem, List.of(fault));
  }

  /** What nobody can read, whether the caller may know of it or not. */
  List<String> unread() {
    return unread;
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

  /** See {@link Problem#unreadable}. */
  static Refusal unreadable(String fault, boolean staff) {
    return new Refusal(Problem.unreadable(fault, staff), List.of(fault));
  }

  static Refusal forbidden(String detail) {
    return new Refusal(Problem.Kind.FORBIDDEN, detail);
  }
}
