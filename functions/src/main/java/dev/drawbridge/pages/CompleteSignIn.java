package dev.drawbridge.pages;

import dev.drawbridge.api.ProxyAnswer;
import dev.drawbridge.aws.dynamodb.SignIns;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.SignIn;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** {@code GET /signed-in}: where the issuer sends the browser back to, with a code. */
public final class CompleteSignIn extends PageWorker {
  private static final Pattern CODE = Pattern.compile("[!-~]{1,2000}");
  private static final Pattern ANY = Pattern.compile("(?s).*");

  private final Settings settings;
  private final SignIns signIns;
  private final SignedIn signedIn;
  private final Issuer issuer;
  private final Secrets secrets;
  private final InstantSource clock;

  public CompleteSignIn() {
    this(Environment.lambda());
  }

  public CompleteSignIn(Environment environment) {
    super(environment);
    this.settings = environment.settings();
    this.signIns = Stores.signIns(environment);
    this.signedIn = new SignedIn(environment);
    this.issuer = new Issuer(environment);
    this.secrets = new Secrets(environment.random());
    this.clock = environment.clock();
  }

  @Override
  ProxyAnswer answer(PageCall call) {
    SignIn begun = begun(call);
    // RFC 9207: a code of another issuer is not shown to ours.
    if (call.query("iss", ANY).filter(iss -> !iss.equals(issuer.name())).isPresent()) {
      throw PageRefusal.forbidden("Another issuer has sent you here.");
    }
    String code =
        call.query("code", CODE)
            .orElseThrow(
                () -> again("The issuer did not sign you in.", Destination.kept(begun.page())));
    Caller caller = issuer.redeem(code, begun);
    String session = secrets.next();
    signedIn.begin(session, caller);
    PagesUrl url = PagesUrl.of(settings);
    return Page.redirect(url.at(Destination.kept(begun.page()).path()))
        .with("Set-Cookie", Cookies.set(url.cookie(SignedIn.COOKIE), session, SignedIn.LASTS));
  }

  /** The sign-in that this very browser began, which nobody can complete a second time. */
  private SignIn begun(PageCall call) {
    String browser =
        call.cookie(PagesUrl.of(settings).cookie(BeginSignIn.COOKIE))
            .map(secret -> Secrets.digest("browser", secret))
            .orElse("");
    return call.query("state", Secrets.FORM)
        .flatMap(state -> signIns.take(Secrets.digest("state", state)))
        .filter(begun -> begun.browser().equals(browser))
        .filter(begun -> clock.instant().isBefore(begun.expiresAt()))
        .orElseThrow(
            () ->
                again("This sign-in was not begun in this browser just now.", Destination.list()));
  }

  private PageRefusal again(String why, Destination wanted) {
    return PageRefusal.forbidden(why)
        .goOn(PagesUrl.of(settings).at(wanted.signIn()), "Sign in again");
  }
}
