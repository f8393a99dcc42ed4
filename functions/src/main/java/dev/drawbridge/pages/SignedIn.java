package dev.drawbridge.pages;

import dev.drawbridge.aws.dynamodb.PageSessions;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.PageSession;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is signed in, and what of forms they may send. */
final class SignedIn {
  /** Long enough to read and ask a colleague; a group that somebody leaves counts no longer. */
  static final Duration LASTS = Duration.ofMinutes(30);

  static final String COOKIE = "drawbridge";

  private final Settings settings;
  private final PageSessions sessions;
  private final InstantSource clock;

  SignedIn(Environment environment) {
    this.settings = environment.settings();
    this.sessions = Stores.pageSessions(environment);
    this.clock = environment.clock();
  }

  /**
   * A session that has not ended.
   *
   * @param secret the cookie's
   */
  record Session(String secret, PageSession held) {
    Caller caller() {
      return held.caller();
    }

    FormNonce forms() {
      return new FormNonce(secret);
    }
  }

  Optional<Session> session(PageCall call) {
    return call.cookie(url().cookie(COOKIE))
        .filter(secret -> Secrets.FORM.matcher(secret).matches())
        .flatMap(
            secret -> sessions.find(digest(secret)).map(session -> new Session(secret, session)))
        .filter(session -> clock.instant().isBefore(session.held().expiresAt()));
  }

  /** Begins a session; its secret is the cookie's value. */
  void begin(String secret, Caller caller) {
    sessions.put(digest(secret), new PageSession(caller, clock.instant().plus(LASTS)));
  }

  void end(Session session) {
    sessions.delete(digest(session.secret()));
  }

  /** Whether somebody may read questions: whoever may be asked, and whoever owns databases. */
  boolean mayRead(Caller caller, String account) {
    return Stream.of(Settings.APPROVERS, Settings.OPERATORS)
        .anyMatch(list -> listed(list, caller, account));
  }

  /** Whether somebody owns databases. */
  boolean owns(Caller caller, String account) {
    return listed(Settings.OPERATORS, caller, account);
  }

  private boolean listed(String list, Caller caller, String account) {
    return Members.parse(settings.optional(list).orElse(""), account).admit(caller);
  }

  /**
   * Takes a form that was shown in this session.
   *
   * @throws PageRefusal if it came from elsewhere, was for something else or was sent before
   */
  void take(PageCall call, Session session, String purpose, String nonce) {
    requireOurPage(call);
    if (!session.forms().admits(purpose, nonce)) {
      throw PageRefusal.forbidden("The form was not shown to you for this; open the page again.");
    }
    if (!sessions.use(Secrets.digest("form", nonce), session.held().expiresAt())) {
      throw new PageRefusal(
          409, "This form was sent already", "What you sent first counts, and only that.");
    }
  }

  /** Browsers say where a form that they send was shown, and no page can make them lie. */
  void requireOurPage(PageCall call) {
    if (!call.header("Origin").filter(url().origin()::equals).isPresent()) {
      throw PageRefusal.forbidden("The form was not sent from a page of this installation.");
    }
  }

  private PagesUrl url() {
    return PagesUrl.of(settings);
  }

  private static String digest(String secret) {
    return Secrets.digest("session", secret);
  }
}
