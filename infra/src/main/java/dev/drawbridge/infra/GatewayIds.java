package dev.drawbridge.infra;

import dev.drawbridge.workflows.ApiRoute;
import dev.drawbridge.workflows.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Permission;

/**
 * What the workers' stack knows of the APIs' stack, which is deployed before it: ids that API
 * Gateway made up, read from Systems Manager when the stack is deployed (ADR 18).
 */
final class GatewayIds {
  private final Stack stack;
  private final ResourceNames names;
  private final Configuration configuration;
  private final boolean signIn;

  GatewayIds(Stack stack, ResourceNames names, Configuration configuration) {
    this.stack = stack;
    this.names = names;
    this.configuration = configuration;
    this.signIn = configuration.hasPages();
  }

  /** Where the pages are, without a last slash; empty without an issuer. */
  String pagesUrl() {
    return signIn
        ? "https://%s.execute-api.%s.%s/%s"
            .formatted(id(names.pagesApi()), Aws.REGION, Aws.URL_SUFFIX, InstallationArns.LIVE)
        : "";
  }

  /** Whom people sign in with, exactly as its tokens write it; empty without one. */
  String issuer() {
    return configuration.userPool()
        ? "https://cognito-idp.%s.%s/%s"
            .formatted(Aws.REGION, Aws.URL_SUFFIX, resolved(names.userPoolParameter()))
        : configuration.issuer();
  }

  /** What the issuer knows the pages by. */
  String clientId() {
    return configuration.userPool()
        ? resolved(names.clientParameter())
        : configuration.issuerClientId();
  }

  /** Lets the APIs invoke the workers of their routes. */
  void allow(Map<String, Alias> workers) {
    allow("SignedApi", names.signedApi(), Catalogue.routes(), workers);
    if (signIn) {
      allow("PagesApi", names.pagesApi(), Catalogue.pageRoutes(), workers);
    }
  }

  private void allow(String id, String api, List<ApiRoute> routes, Map<String, Alias> workers) {
    routes.stream()
        .map(ApiRoute::worker)
        .distinct()
        .forEach(
            name ->
                Objects.requireNonNull(workers.get(name), name)
                    .addPermission(
                        id,
                        Permission.builder()
                            .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                            .sourceArn(routesOf(api))
                            .build()));
  }

  private String routesOf(String api) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("execute-api")
            .resource(id(api))
            .resourceName(InstallationArns.LIVE + "/*/*")
            .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
            .build());
  }

  private String id(String api) {
    return resolved(names.apiIdParameter(api));
  }

  private static String resolved(String parameter) {
    return "{{resolve:ssm:%s}}".formatted(parameter);
  }
}
