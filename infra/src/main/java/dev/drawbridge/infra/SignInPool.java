package dev.drawbridge.infra;

import java.util.List;
import java.util.Set;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CfnUserPoolGroup;
import software.amazon.awscdk.services.cognito.ClientAttributes;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.KeepOriginalAttrs;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardAttribute;
import software.amazon.awscdk.services.cognito.StandardAttributes;
import software.amazon.awscdk.services.cognito.StandardAttributesMask;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientIdentityProvider;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.constructs.Construct;

/**
 * An issuer for whoever has none: a user pool of Cognito whose people an administrator makes. Its
 * ID tokens hold {@code email}, {@code email_verified} and {@code cognito:groups} ("Understanding
 * the identity (ID) token", Amazon Cognito Developer Guide), which is all that the pages ask for.
 */
final class SignInPool extends Construct {
  private static final int SHORTEST_PASSWORD = 14;

  /** One a sign-in: the pages have sessions of their own. */
  private static final Duration SHORTEST_TOKEN = Duration.minutes(5);

  private final UserPool pool;
  private final UserPoolClient client;

  /**
   * A pool with its sign-in page, the pages as its one client, and the groups that the
   * installation's lists name.
   *
   * @param pagesUrl with a last slash
   */
  SignInPool(Construct scope, ResourceNames names, Set<String> groups, String pagesUrl) {
    super(scope, "People");
    pool = pool(names);
    // Domains are one name space a region; another account may have the bare prefix.
    pool.addDomain(
        "Domain",
        UserPoolDomainOptions.builder()
            .cognitoDomain(
                CognitoDomainOptions.builder()
                    .domainPrefix(names.signInDomain() + "-" + Aws.ACCOUNT_ID)
                    .build())
            .build());
    client = pool.addClient("Pages", client(names, pagesUrl));
    for (String group : groups) {
      CfnUserPoolGroup.Builder.create(this, "Group-" + group)
          .userPoolId(pool.getUserPoolId())
          .groupName(group)
          .description("Named by the settings of installation " + names.pagesApi())
          .build();
    }
  }

  String poolId() {
    return pool.getUserPoolId();
  }

  String clientId() {
    return client.getUserPoolClientId();
  }

  private UserPool pool(ResourceNames names) {
    return UserPool.Builder.create(this, "Pool")
        .userPoolName(names.pagesApi())
        .selfSignUpEnabled(false)
        .signInAliases(SignInAliases.builder().email(true).build())
        .signInCaseSensitive(false) // can never be changed later
        .standardAttributes(
            StandardAttributes.builder()
                .email(StandardAttribute.builder().required(true).mutable(true).build())
                .build())
        // Whoever may write an address, the old one counts until the new one is verified.
        .keepOriginal(KeepOriginalAttrs.builder().email(true).build())
        .passwordPolicy(
            PasswordPolicy.builder()
                .minLength(SHORTEST_PASSWORD)
                .requireDigits(true)
                .requireLowercase(true)
                .requireUppercase(true)
                .requireSymbols(true)
                .build())
        .mfa(Mfa.REQUIRED)
        .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
        .accountRecovery(AccountRecovery.EMAIL_ONLY)
        // Its people outlive the stack, but for one that never came to be.
        .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
        .build();
  }

  private static UserPoolClientOptions client(ResourceNames names, String pagesUrl) {
    return UserPoolClientOptions.builder()
        .userPoolClientName(names.pagesApi())
        .generateSecret(false) // a public client, by PKCE
        // By the sign-in page and no other way. With no flow stated at all CDK leaves the list out,
        // and Cognito then allows SRP, whose access token lets people change their own address.
        .authFlows(AuthFlow.builder().userSrp(false).build())
        .writeAttributes(new ClientAttributes().withStandardAttributes(writable()))
        .oAuth(
            OAuthSettings.builder()
                .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                .scopes(List.of(OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE))
                .callbackUrls(List.of(pagesUrl + "signed-in"))
                .build())
        .supportedIdentityProviders(List.of(UserPoolClientIdentityProvider.COGNITO))
        .preventUserExistenceErrors(true)
        .enableTokenRevocation(true)
        .idTokenValidity(SHORTEST_TOKEN)
        .accessTokenValidity(SHORTEST_TOKEN)
        .refreshTokenValidity(Duration.hours(1))
        .build();
  }

  /**
   * Cognito refuses a client that may not write every attribute that its pool requires ("Invalid
   * write attributes specified while creating a client"), so the address is among them. That nobody
   * writes their own rests on the scopes: UpdateUserAttributes wants {@code
   * aws.cognito.signin.user.admin}, which this client grants to nobody.
   */
  private static StandardAttributesMask writable() {
    return StandardAttributesMask.builder().email(true).fullname(true).build();
  }
}
