package dev.drawbridge.lab.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;

/** The issuer's server: what it publishes, and the two steps of the code flow. */
public final class DemoIssuer implements AutoCloseable {
  /** What it knows the pages by. */
  public static final String CLIENT = "drawbridge";

  private final LoopbackServer server;
  private final ECKey key;
  private final CodeFlow flow;

  /**
   * Begins to answer.
   *
   * @param port 0 for any free port
   * @param clock tokens age in its time
   * @param maker changes how tokens are made
   * @throws LabException if the port is taken
   */
  public DemoIssuer(int port, InstantSource clock, UnaryOperator<IdTokenMaker> maker) {
    try {
      this.key = new ECKeyGenerator(Curve.P_256).keyID("demo").generate();
      this.server = new LoopbackServer(this::serve, port);
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes keys on P-256", e);
    } catch (IOException e) {
      throw new LabException("cannot serve the issuer on 127.0.0.1:" + port, e);
    }
    this.flow = new CodeFlow(url(), DemoPerson.all(), maker.apply(new IdTokenMaker(key)), clock);
  }

  /** Its name, and where it answers. */
  public String url() {
    return server.url().toString();
  }

  @Override
  public void close() {
    server.close();
  }

  private HttpReply serve(HttpCall call) {
    URI target = URI.create(url() + call.path());
    String query = target.getRawQuery() == null ? "" : target.getRawQuery();
    try {
      return switch (target.getPath()) {
        case "/.well-known/openid-configuration" ->
            reply(200, "application/json", metadata().toJSONObject().toJSONString());
        case "/jwks" -> reply(200, "application/json", new JWKSet(key.toPublicJWK()).toString());
        case "/authorize" -> reply(200, "text/html; charset=utf-8", flow.choice(query));
        case "/choose" ->
            new HttpReply(
                303,
                Map.of("Location", flow.chosen(query).toString()),
                SdkBytes.fromUtf8String(""));
        case "/token" -> reply(flow.token(call.text()));
        default -> reply(404, "text/plain", "the issuer has no such page");
      };
    } catch (ParseException refused) {
      return reply(400, "text/plain", String.valueOf(refused.getMessage()));
    }
  }

  private OIDCProviderMetadata metadata() {
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            new Issuer(url()), List.of(SubjectType.PUBLIC), URI.create(url() + "/jwks"));
    metadata.setAuthorizationEndpointURI(URI.create(url() + "/authorize"));
    metadata.setTokenEndpointURI(URI.create(url() + "/token"));
    metadata.setResponseTypes(List.of(ResponseType.CODE));
    metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
    return metadata;
  }

  private static HttpReply reply(CodeFlow.Answer answer) {
    return reply(answer.status(), "application/json", answer.json());
  }

  private static HttpReply reply(int status, String type, String body) {
    return new HttpReply(
        status,
        Map.of("Content-Type", type, "Cache-Control", "no-store"),
        SdkBytes.fromUtf8String(body));
  }
}
