package dev.drawbridge.lab.issuer;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "OpenID Connect Core 1.0", code flow, with PKCE; a code is good for one use. */
final class CodeFlow {
  private final String issuer;
  private final List<DemoPerson> people;
  private final IdTokenMaker maker;
  private final InstantSource clock;
  private final Map<AuthorizationCode, Granted> codes = new ConcurrentHashMap<>();

  CodeFlow(String issuer, List<DemoPerson> people, IdTokenMaker maker, InstantSource clock) {
    this.issuer = issuer;
    this.people = people;
    this.maker = maker;
    this.clock = clock;
  }

  private record Granted(AuthenticationRequest request, DemoPerson person) {}

  record Answer(int status, String json) {}

  /** Who can sign in. */
  String choice(String query) throws ParseException {
    AuthenticationRequest request = read(query);
    // Written anew from what was read: percent-encoded, so that only the ampersand needs escaping.
    String again = request.toQueryString().replace("&", "&amp;");
    return """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demo issuer</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>body{font:1rem/1.6 system-ui,sans-serif;margin:1rem auto;max-width:30rem;padding:0 1rem}
        a{color:#1f4e8c}</style></head>
        <body><main><h1>Who are you?</h1><p>The lab's issuer asks for no password.</p><ul>%s</ul></main></body></html>
        """
        .formatted(
            people.stream()
                .map(
                    person ->
                        "<li><a href=\"/choose?person=%s&amp;%s\">%s</a> (%s)</li>"
                            .formatted(person.name(), again, person.name(), person.groups()))
                .collect(Collectors.joining("\n")));
  }

  /** Back to where the person came from, with a code. */
  URI chosen(String query) throws ParseException {
    Map<String, List<String>> parameters = new HashMap<>(URLUtils.parseParameters(query));
    String name = MultivaluedMapUtils.removeAndReturnFirstValue(parameters, "person");
    DemoPerson person =
        people.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ParseException("person: there is nobody called " + name));
    AuthenticationRequest request = read(URLUtils.serializeParameters(parameters));
    AuthorizationCode code = new AuthorizationCode();
    codes.put(code, new Granted(request, person));
    return new AuthenticationSuccessResponse(
            request.getRedirectionURI(),
            code,
            null,
            null,
            request.getState(),
            null,
            new com.nimbusds.oauth2.sdk.id.Issuer(issuer),
            null)
        .toURI();
  }

  Answer token(String body) throws ParseException {
    Map<String, List<String>> parameters = URLUtils.parseParameters(body);
    if (!(AuthorizationGrant.parse(parameters) instanceof AuthorizationCodeGrant grant)) {
      return refused();
    }
    Granted granted = codes.remove(grant.getAuthorizationCode());
    if (granted == null || !proves(grant, granted)) {
      return refused();
    }
    AuthenticationRequest request = granted.request();
    SignedJWT token =
        maker.make(
            issuer,
            request.getClientID().getValue(),
            String.valueOf(request.getNonce()),
            granted.person(),
            clock.instant());
    OIDCTokens tokens = new OIDCTokens(token, new BearerAccessToken(), null);
    return new Answer(200, new OIDCTokenResponse(tokens).toJSONObject().toJSONString());
  }

  private static boolean proves(AuthorizationCodeGrant grant, Granted granted) {
    return granted.request().getRedirectionURI().equals(grant.getRedirectionURI())
        && grant.getCodeVerifier() != null
        && CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
            .equals(granted.request().getCodeChallenge());
  }

  private static Answer refused() {
    return new Answer(
        400, new TokenErrorResponse(OAuth2Error.INVALID_GRANT).toJSONObject().toJSONString());
  }

  private static AuthenticationRequest read(String query) throws ParseException {
    AuthenticationRequest request = AuthenticationRequest.parse(query);
    @Nullable CodeChallengeMethod method = request.getCodeChallengeMethod();
    if (!request.getClientID().getValue().equals(DemoIssuer.CLIENT)
        || !CodeChallengeMethod.S256.equals(method)) {
      throw new ParseException("client_id: expected drawbridge, with a code challenge by S256");
    }
    return request;
  }
}
