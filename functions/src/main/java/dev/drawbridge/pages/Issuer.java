package dev.drawbridge.pages;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.SignIn;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The issuer that people sign in with: "OpenID Connect Core 1.0", code flow, with PKCE (RFC 7636)
 * as a public client. What it publishes is read anew each time, so that a new key counts at once.
 */
final class Issuer {
  private static final int PATIENCE_MILLIS = Math.toIntExact(Duration.ofSeconds(5).toMillis());
  private static final Scope SCOPE = new Scope("openid", "email", "profile");

  private final Settings settings;
  private final InstantSource clock;

  Issuer(Environment environment) {
    this.settings = environment.settings();
    this.clock = environment.clock();
  }

  /** Where the browser has to go to sign in. */
  URI authorization(String state, SignIn signIn) {
    return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, clientId(), redirect())
        .endpointURI(metadata().getAuthorizationEndpointURI())
        .state(new State(state))
        .nonce(new Nonce(signIn.nonce()))
        .codeChallenge(new CodeVerifier(signIn.codeVerifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Who has signed in.
   *
   * @throws PageRefusal if the issuer does not know the code, or its token is not what it must be
   */
  Caller redeem(String code, SignIn signIn) {
    OIDCProviderMetadata metadata = metadata();
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), redirect(), new CodeVerifier(signIn.codeVerifier()));
    TokenRequest request =
        new TokenRequest.Builder(metadata.getTokenEndpointURI(), clientId(), grant).build();
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
      if (!(response instanceof OIDCTokenResponse tokens)) {
        throw PageRefusal.forbidden("The issuer does not know this sign-in; sign in again.");
      }
      return new IdTokens(
              metadata.getIssuer().getValue(), clientId().getValue(), keys(metadata), clock)
          .caller(tokens.getOIDCTokens().getIDTokenString(), signIn.nonce());
    } catch (com.nimbusds.oauth2.sdk.ParseException unreadable) {
      throw PageRefusal.forbidden("The issuer's answer is not one of OpenID Connect.");
    }
  }

  /** Exactly as its tokens write it. */
  String name() {
    return settings.required(Settings.ISSUER);
  }

  private OIDCProviderMetadata metadata() {
    try {
      return OIDCProviderMetadata.resolve(
          new com.nimbusds.oauth2.sdk.id.Issuer(name()), PATIENCE_MILLIS, PATIENCE_MILLIS);
    } catch (GeneralException | IOException e) {
      throw absent(e);
    }
  }

  private JWKSet keys(OIDCProviderMetadata metadata) {
    try {
      return JWKSet.parse(
          send(new HTTPRequest(HTTPRequest.Method.GET, metadata.getJWKSetURI())).getBody());
    } catch (ParseException e) {
      throw absent(e);
    }
  }

  private HTTPResponse send(HTTPRequest request) {
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException e) {
      throw absent(e);
    }
  }

  /** What it says may hold what was sent, so none of it is passed on. */
  private TransientFailure absent(Exception e) {
    return new TransientFailure(
        "issuer %s does not answer as it should (%s); try again"
            .formatted(name(), e.getClass().getSimpleName()));
  }

  private ClientID clientId() {
    return new ClientID(settings.required(Settings.CLIENT_ID));
  }

  private URI redirect() {
    return URI.create(PagesUrl.of(settings).at("/signed-in"));
  }
}
