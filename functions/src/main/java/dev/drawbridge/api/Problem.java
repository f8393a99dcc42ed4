package dev.drawbridge.api;

import dev.drawbridge.error.InvalidRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a call is refused (RFC 9457, "Problem Details for HTTP APIs").
 *
 * @param type which kind of problem, for programs
 * @param faults one for each field that is wrong; null for problems that are not about fields
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String requestId,
    @Nullable List<InvalidRequest.Fault> faults) {

  private static final Pattern FIELD = Pattern.compile("([a-z][A-Za-z]{2,40})(?::| (?=\'))");

  /** The kinds, with their status and title. */
  enum Kind {
    INVALID_REQUEST(400, "The request cannot be carried out as it stands"),
    FORBIDDEN(403, "The caller may not do this"),
    NOT_FOUND(404, "There is no such thing, or the caller may not see it"),
    CONFLICT(409, "Something stands in the way"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not JSON"),
    KEY_REUSED(422, "The idempotency key belongs to another request"),
    OTHER_DIGEST(422, "The decision is about something else than the question"),
    TOO_MANY_REQUESTS(429, "The account has asked for too much"),
    /**
     * Neither the caller's fault nor one that passes: no 409, and no 503 that asks to try again.
     */
    UNREADABLE(500, "A record of the installation cannot be read"),
    TRY_AGAIN(503, "AWS did not answer as it should");

    final int status;
    final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    private String type() {
      return "urn:drawbridge:problem:"
          + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  static Problem of(Kind kind, String detail) {
    return new Problem(kind.type(), kind.title, kind.status, detail, null, null);
  }

  /**
   * Something that nobody can read stands where the answer should.
   *
   * @param fault names the item, and what is wrong with it
   * @param staff whether the caller runs the installation: what an item holds is for nobody else
   */
  static Problem unreadable(String fault, boolean staff) {
    return of(
        Kind.UNREADABLE,
        staff
            ? "%s; restore the item or delete it, as the run book of the alarm ItemNotShown says"
                .formatted(fault)
            : "a record that this answer needs cannot be read; name this requestId to the"
                + " installation's operators, who have to restore it");
  }

  static Problem of(InvalidRequest refused) {
    return new Problem(
        Kind.INVALID_REQUEST.type(),
        Kind.INVALID_REQUEST.title,
        Kind.INVALID_REQUEST.status,
        String.valueOf(refused.getMessage()),
        null,
        faults(refused));
  }

  /** A rule that no reader of fields holds names its field at the beginning of its sentence. */
  private static List<InvalidRequest.Fault> faults(InvalidRequest refused) {
    Matcher sentence = FIELD.matcher(String.valueOf(refused.getMessage()));
    return refused.faults().isEmpty() && sentence.lookingAt()
        ? List.of(new InvalidRequest.Fault(sentence.group(1), sentence.replaceFirst("").strip()))
        : refused.faults();
  }

  Problem in(String request) {
    return new Problem(type, title, status, detail, request, faults);
  }
}
