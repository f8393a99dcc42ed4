package dev.drawbridge.pages;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.drawbridge.api.ProxyAnswer;
import dev.drawbridge.aws.dynamodb.SignIns;
import dev.drawbridge.model.SignIn;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.InstantSource;

/** {@code GET /sign-in}: sends a browser to the issuer. */
public final class BeginSignIn extends PageWorker {
  /** The cookie of the browser that began: nobody signs somebody else's browser in. */
  static final String COOKIE = "drawbridge-sign-in";

  private static final Duration VALID = Duration.ofMinutes(10);

  private final Settings settings;
  private final SignIns signIns;
  private final Issuer issuer;
  private final Secrets secrets;
  private final InstantSource clock;

  public BeginSignIn() {
    this(Environment.lambda());
  }

  public BeginSignIn(Environment environment) {
    super(environment);
    this.settings = environment.settings();
    this.signIns = Stores.signIns(environment);
    this.issuer = new Issuer(environment);
    this.secrets = new Secrets(environment.random());
    this.clock = environment.clock();
  }

  @Override
  ProxyAnswer answer(PageCall call) {
    String state = secrets.next();
    String browser = secrets.next();
    SignIn signIn =
        new SignIn(
            secrets.next(),
            new CodeVerifier(secrets.next()).getValue(),
            Secrets.digest("browser", browser),
            Destination.asked(call).path(),
            clock.instant().plus(VALID));
    String address = issuer.authorization(state, signIn).toString();
    signIns.put(Secrets.digest("state", state), signIn);
    return Page.redirect(address)
        .with("Set-Cookie", Cookies.set(PagesUrl.of(settings).cookie(COOKIE), browser, VALID));
  }
}
