package dev.drawbridge.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as AWS or an issuer of OpenID Connect vouches for it, in its one canonical form.
 * Nobody is who they say: what a request states about its sender never becomes an identity.
 *
 * @param kind who vouches
 * @param issuer the namespace of {@code subject}: {@code aws} for IAM of the provider's account,
 *     {@code aws:ACCOUNT} for IAM of another, {@code aws-sso} or the issuer's URL
 * @param subject the ARN of a role, user or root; the user name of IAM Identity Center; the
 *     issuer's subject
 * @param email verified and folded (see {@link EmailAddress}), or null where nobody vouches for one
 */
public record Identity(Kind kind, String issuer, String subject, @Nullable String email) {
  /** An execution that somebody started by hand, or a caller who could choose a name freely. */
  public static final Identity UNKNOWN = new Identity(Kind.UNKNOWN, "", "", null);

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._@+|-]{1,254}");
  private static final String AWS = "aws";
  private static final String IDENTITY_CENTER = "aws-sso";

  /** Who vouches for an identity. */
  public enum Kind {
    /** IAM, for a role, a user or an account's root. */
    IAM,
    /** IAM Identity Center, for the person whose name its role's session bears. */
    IDENTITY_CENTER,
    /** An issuer of OpenID Connect. */
    OIDC,
    /** Nobody. */
    UNKNOWN
  }

  /**
   * The caller of a signed call.
   *
   * @param arn as STS names the caller; a role's session is its role, whatever the session's name,
   *     except that a role of IAM Identity Center is the person whose name the session bears
   * @param provider the provider's account: elsewhere a session's name is whatever the owner of
   *     that account likes it to be, so that a role there is a role
   */
  public static Identity ofIam(String arn, String provider) {
    Optional<CallerArn> parsed = CallerArn.parse(arn);
    if (parsed.isEmpty() || parsed.get().nameIsOfCallersChoice()) {
      return UNKNOWN;
    }
    CallerArn caller = parsed.get();
    if (!caller.account().equals(provider)) {
      return new Identity(Kind.IAM, AWS + ":" + caller.account(), caller.canonical(), null);
    }
    Optional<String> person = caller.identityCenterUser();
    if (person.isPresent()) {
      return new Identity(
          Kind.IDENTITY_CENTER,
          IDENTITY_CENTER,
          EmailAddress.folded(person.get()).orElse(person.get().strip().toLowerCase(Locale.ROOT)),
          EmailAddress.folded(person.get()).orElse(null));
    }
    return new Identity(Kind.IAM, AWS, caller.canonical(), null);
  }

  /**
   * A person who signed in with an issuer.
   *
   * @param subject exactly as the issuer writes it: it may tell {@code a} from {@code A}
   * @param email used only if {@code emailVerified}
   */
  public static Identity ofOidc(
      String issuer, String subject, @Nullable String email, boolean emailVerified) {
    Optional<String> verified =
        Optional.ofNullable(email).filter(any -> emailVerified).flatMap(EmailAddress::folded);
    return new Identity(Kind.OIDC, canonicalIssuer(issuer), subject, verified.orElse(null));
  }

  /** Whether it is an IAM user of the provider's account; only there names say who somebody is. */
  boolean userOfProvider() {
    return kind == Kind.IAM && issuer.equals(AWS) && subject.contains(":user/");
  }

  /** Whether anybody vouches for it. */
  public boolean known() {
    return kind != Kind.UNKNOWN;
  }

  /** For people to read: a name, and who vouches for it. */
  public String text() {
    return switch (kind) {
      case IAM -> subject;
      case IDENTITY_CENTER -> subject + " (IAM Identity Center)";
      case OIDC -> shown(email == null ? subject : email) + " (" + issuer + ")";
      case UNKNOWN -> "somebody unknown";
    };
  }

  /**
   * An issuer's subject can be any text, a link too: nothing that a mail program makes clickable.
   */
  private static String shown(String name) {
    return PLAIN.matcher(name).matches() ? name : "a person";
  }

  @Override
  public String toString() {
    return text();
  }

  /** One key for one identity, fit for a set or a table. */
  public String canonical() {
    return kind + " " + issuer + " " + subject;
  }

  /** Issuers are compared as text; host and scheme know no case, and a last slash says nothing. */
  private static String canonicalIssuer(String issuer) {
    URI uri = URI.create(issuer.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    boolean usual = uri.getPort() == -1 || (scheme.equals("https") && uri.getPort() == 443);
    String path = String.valueOf(uri.getRawPath()).replaceAll("/+$", "");
    return scheme + "://" + host + (usual ? "" : ":" + uri.getPort()) + path;
  }
}
