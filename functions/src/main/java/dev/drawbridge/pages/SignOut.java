package dev.drawbridge.pages;

import dev.drawbridge.api.ProxyAnswer;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;

/** {@code POST /sign-out}: ends the session here; the issuer's own goes on. */
public final class SignOut extends PageWorker {
  /** What its form is for. */
  static final String PURPOSE = "sign-out";

  private final Settings settings;
  private final SignedIn signedIn;

  public SignOut() {
    this(Environment.lambda());
  }

  public SignOut(Environment environment) {
    super(environment);
    this.settings = environment.settings();
    this.signedIn = new SignedIn(environment);
  }

  @Override
  ProxyAnswer answer(PageCall call) {
    signedIn
        .session(call)
        .ifPresent(
            session -> {
              signedIn.take(call, session, PURPOSE, call.form().getOrDefault("nonce", ""));
              signedIn.end(session);
            });
    PagesUrl url = PagesUrl.of(settings);
    return Page.html(
            200,
            "Signed out",
            Html.of(
                """
                <h1>You are signed out</h1>
                <p>Of these pages only. Where you typed your password you are signed in still,
                with a user pool of Cognito for up to an hour: until then whoever uses this
                browser can come back as you without a password. If others use it, sign out
                there too, or clear its cookies.</p>
                <p><a class="button" href="{}">Sign in again</a></p>""",
                url.at("/")))
        .with("Set-Cookie", Cookies.forget(url.cookie(SignedIn.COOKIE)));
  }
}
