package dev.drawbridge.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdTokensTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final String ISSUER = "https://login.example.com";

  private final ECKey key = key("one");
  private final IdTokens tokens =
      new IdTokens(ISSUER, "drawbridge", new JWKSet(key.toPublicJWK()), () -> NOW);

  @Test
  void a_good_token_is_a_person_with_groups() throws JOSEException {
    Caller caller = tokens.caller(signed(good().build(), key), "n");
    assertThat(caller.identity()).isEqualTo(Identity.ofOidc(ISSUER, "42", "ada@example.com", true));
    assertThat(caller.memberships()).containsExactly("group:dba");
  }

  @Test
  void a_group_without_a_name_is_none() throws JOSEException {
    List<String> groups = Arrays.asList("dba", null);
    assertThat(
            tokens.caller(signed(good().claim("groups", groups).build(), key), "n").memberships())
        .containsExactly("group:dba");
  }

  @Test
  void an_address_that_the_issuer_has_not_verified_is_none() throws JOSEException {
    for (Object flag : new Object[] {false, "false", "yes", 1}) {
      String token = signed(good().claim("email_verified", flag).build(), key);
      assertThat(tokens.caller(token, "n").identity().email()).as("%s", flag).isNull();
    }
  }

  @Test
  void what_another_has_issued_or_another_was_meant_to_get_is_refused() throws JOSEException {
    refused(signed(good().issuer("https://evil.example").build(), key), "n");
    refused(signed(good().issuer(ISSUER + "/").build(), key), "n");
    refused(signed(good().audience("other").build(), key), "n");
    refused(signed(good().audience(List.of("drawbridge", "other")).build(), key), "n");
    refused(signed(good().claim("azp", "other").build(), key), "n");
    refused(signed(good().build(), key("one")), "n");
    refused(signed(good().build(), key("two")), "n");
  }

  @Test
  void a_token_of_another_time_or_another_sign_in_is_refused() throws JOSEException {
    refused(
        signed(good().expirationTime(Date.from(NOW.minus(Duration.ofMinutes(2)))).build(), key),
        "n");
    refused(
        signed(good().notBeforeTime(Date.from(NOW.plus(Duration.ofMinutes(2)))).build(), key), "n");
    refused(signed(good().build(), key), "another");
    refused(signed(good().claim("nonce", null).build(), key), "n");
    refused(signed(good().subject(null).build(), key), "n");
    refused(signed(good().subject("").build(), key), "n");
    refused(signed(good().issueTime(Date.from(NOW.plus(Duration.ofMinutes(2)))).build(), key), "n");
  }

  @Test
  void a_token_without_a_signature_or_with_a_shared_secret_is_refused() throws JOSEException {
    refused(new PlainJWT(good().build()).serialize(), "n");
    SignedJWT shared =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), good().build());
    shared.sign(
        new MACSigner(
            key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    refused(shared.serialize(), "n");
    refused("", "n");
    refused("a.b.c", "n");
  }

  private void refused(String token, String nonce) {
    assertThatThrownBy(() -> tokens.caller(token, nonce))
        .isInstanceOf(PageRefusal.class)
        .message()
        .satisfies(
            message ->
                assertThat(token.isEmpty() || !message.contains(token)).as(message).isTrue());
  }

  private static JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("drawbridge")
        .subject("42")
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))))
        .claim("nonce", "n")
        .claim("email", "Ada@Example.com")
        .claim("email_verified", true)
        .claim("groups", List.of("dba"));
  }

  private static String signed(JWTClaimsSet claims, ECKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
