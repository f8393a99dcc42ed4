package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.drawbridge.lab.issuer.DemoPerson;
import dev.drawbridge.lab.issuer.IdTokenMaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Those who want to be signed in as somebody else. */
class SignInAttacksTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void a_token_that_is_not_for_this_sign_in_is_refused(
      String why, UnaryOperator<JWTClaimsSet.Builder> change) {
    refused(maker -> changed(maker, change));
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        bad("another issuer", claims -> claims.issuer("https://evil.example")),
        bad("another client", claims -> claims.audience("another")),
        bad("another party", claims -> claims.claim("azp", "another")),
        bad("another nonce", claims -> claims.claim("nonce", "another")),
        bad("no nonce", claims -> claims.claim("nonce", null)),
        bad(
            "an old one",
            claims -> claims.expirationTime(Date.from(Instant.parse("2026-01-05T08:00:00Z")))));
  }

  @Test
  void a_token_that_another_key_has_signed_is_refused() {
    refused(
        maker -> {
          try {
            ECKey other = new ECKeyGenerator(Curve.P_256).keyID("demo").generate();
            return new IdTokenMaker(other);
          } catch (JOSEException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void a_way_back_is_good_for_one_browser_and_one_use() {
    try (PagesWorld world = new PagesWorld()) {
      Browser grace = world.browser();
      String back = grace.signedIn("grace", "/");
      assertThat(world.browser().get(back).status()).isEqualTo(403);
      // The state was used up by whoever came with another browser: fail closed.
      assertThat(grace.get(back).status()).isEqualTo(403);
      String again = grace.signedIn("grace", "/");
      assertThat(grace.get(again).status()).isEqualTo(303);
      assertThat(grace.get(again).status()).isEqualTo(403);
    }
  }

  @Test
  void a_way_back_with_another_state_issuer_or_code_is_refused() {
    try (PagesWorld world = new PagesWorld()) {
      for (UnaryOperator<String> change :
          Stream.<UnaryOperator<String>>of(
                  back -> back.replaceAll("state=[^&]*", "state=" + "A".repeat(43)),
                  back -> back.replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example"),
                  back -> back.replaceAll("code=[^&]*", "code=guessed"),
                  back -> back.replaceAll("code=[^&]*", "error=access_denied"))
              .toList()) {
        Browser grace = world.browser();
        Browser.Reply reply = grace.get(change.apply(grace.signedIn("grace", "/")));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(grace.cookies()).hasSize(1);
      }
    }
  }

  @Test
  void a_sign_in_that_took_more_than_ten_minutes_is_begun_again() {
    try (PagesWorld world = new PagesWorld()) {
      Browser grace = world.browser();
      String back = grace.signedIn("grace", "/");
      world.scenario().world().scheduler().pause(Duration.ofMinutes(10));
      assertThat(grace.get(back).status()).isEqualTo(403);
    }
  }

  private static void refused(UnaryOperator<IdTokenMaker> maker) {
    try (PagesWorld world = new PagesWorld(maker)) {
      Browser grace = world.browser();
      Browser.Reply reply = grace.get(grace.signedIn("grace", "/"));
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.text()).doesNotContain("eyJ");
      assertThat(grace.get("/").status()).isEqualTo(303);
    }
  }

  private static IdTokenMaker changed(
      IdTokenMaker good, UnaryOperator<JWTClaimsSet.Builder> change) {
    return new IdTokenMaker(good.key()) {
      @Override
      protected JWTClaimsSet.Builder claims(
          String issuer, String client, String nonce, DemoPerson person, Instant now) {
        return change.apply(super.claims(issuer, client, nonce, person, now));
      }
    };
  }

  private static Arguments bad(String why, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(why, change);
  }
}
