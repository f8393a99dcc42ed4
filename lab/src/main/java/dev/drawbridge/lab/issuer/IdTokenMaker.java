package dev.drawbridge.lab.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Makes ID tokens. Tests overtake it, to be an issuer that cannot be trusted.
 *
 * @see #claims
 */
public class IdTokenMaker {
  private static final Duration VALID = Duration.ofMinutes(5);

  private final ECKey key;

  /** Signs with {@code key}. */
  public IdTokenMaker(ECKey key) {
    this.key = key;
  }

  /** The claims of a good token. */
  protected JWTClaimsSet.Builder claims(
      String issuer, String client, String nonce, DemoPerson person, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(client)
        .subject(person.name())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(VALID)))
        .claim("nonce", nonce)
        .claim("email", person.email())
        .claim("email_verified", true)
        .claim("groups", person.groups());
  }

  /** The key that tokens are signed with. */
  public ECKey key() {
    return key;
  }

  final SignedJWT make(String issuer, String client, String nonce, DemoPerson person, Instant now) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key().getKeyID()).build(),
              claims(issuer, client, nonce, person, now).build());
      token.sign(new ECDSASigner(key()));
      return token;
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform signs with ES256", e);
    }
  }
}
