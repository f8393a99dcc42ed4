package dev.drawbridge.pages;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Identity;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads ID tokens of one issuer ("OpenID Connect Core 1.0", section 3.1.3.7): signature by one of
 * the issuer's public keys, issuer, audience, authorized party, times and nonce. The pages stand on
 * it; the signed API does not.
 *
 * @param issuer exactly as its tokens write it
 * @param clientId ours
 * @param keys the issuer's public keys
 * @param clock of the installation
 */
record IdTokens(String issuer, String clientId, JWKSet keys, InstantSource clock) {
  /** As the library grants for the other times. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Public keys only: a token that is signed with a shared secret proves nothing. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /**
   * Who signed in.
   *
   * @param nonce what the sign-in was begun with
   * @throws PageRefusal 403, which says what is wrong with the token and shows nothing of it
   */
  Caller caller(String token, String nonce) {
    try {
      JWTClaimsSet claims = processor().process(token, null);
      requireAuthorizedParty(claims);
      if (!nonce.equals(claims.getStringClaim("nonce"))) {
        throw PageRefusal.forbidden(
            "the sign-in is not the one that was begun here; sign in again");
      }
      requireSubjectAndTime(claims);
      return Caller.signedIn(identity(claims), groups(claims));
    } catch (BadJOSEException | JOSEException | ParseException wrong) {
      throw PageRefusal.forbidden("the sign-in cannot be verified: " + wrong.getMessage());
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor() {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            clientId,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "iat", "nonce")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        });
    return processor;
  }

  /** A token for several audiences may have been given to another of them. */
  private void requireAuthorizedParty(JWTClaimsSet claims) throws ParseException {
    String party = claims.getStringClaim("azp");
    boolean several = claims.getAudience().size() > 1;
    if ((several && party == null) || (party != null && !party.equals(clientId))) {
      throw PageRefusal.forbidden("the sign-in was for another application");
    }
  }

  /** An empty subject would be one person for everybody; a token of the future was made up. */
  private void requireSubjectAndTime(JWTClaimsSet claims) {
    if (claims.getSubject().isBlank()) {
      throw PageRefusal.forbidden("the sign-in names nobody: its subject is empty");
    }
    if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW))) {
      throw PageRefusal.forbidden("the sign-in was issued in the future");
    }
  }

  private static Identity identity(JWTClaimsSet claims) throws ParseException {
    // Some issuers write the flag as text.
    boolean verified = "true".equals(String.valueOf(claims.getClaim("email_verified")));
    return Identity.ofOidc(
        claims.getIssuer(), claims.getSubject(), claims.getStringClaim("email"), verified);
  }

  private static Set<String> groups(JWTClaimsSet claims) throws ParseException {
    Set<String> groups = new HashSet<>();
    for (String claim : List.of("groups", "cognito:groups")) {
      if (claims.getClaim(claim) != null) {
        claims.getStringListClaim(claim).stream().filter(Objects::nonNull).forEach(groups::add);
      }
    }
    return groups;
  }
}
