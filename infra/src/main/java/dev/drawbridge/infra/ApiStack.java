package dev.drawbridge.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * The signed API and, with an issuer, the pages; by choice the issuer too. It comes before the
 * workers, which are told its address, and names them by the names that they will have.
 */
final class ApiStack extends Stack {
  private final ResourceNames names;

  ApiStack(
      Construct scope,
      String id,
      StackProps properties,
      ResourceNames names,
      Configuration configuration) {
    super(scope, id, properties);
    this.names = names;
    InstallationArns arns = new InstallationArns(this, names);
    SignedApi api = new SignedApi(this, names, configuration, arns);
    tell("ApiUrl", api.url(), "SignedApiId", names.signedApi(), api.id());
    if (configuration.hasPages()) {
      PagesApi pages = new PagesApi(this, names, arns);
      tell("PagesUrl", pages.url(), "PagesApiId", names.pagesApi(), pages.id());
      if (configuration.userPool()) {
        tell(new SignInPool(this, names, configuration.groups(), pages.url()));
      }
    }
  }

  private void tell(String output, String url, String parameter, String api, String id) {
    CfnOutput.Builder.create(this, output).value(url).build();
    keep(parameter, names.apiIdParameter(api), "Id of the API " + api, id);
  }

  private void tell(SignInPool people) {
    CfnOutput.Builder.create(this, "UserPoolId").value(people.poolId()).build();
    keep(
        "UserPool",
        names.userPoolParameter(),
        "Id of the pool that people are in",
        people.poolId());
    keep("Client", names.clientParameter(), "What that pool knows the pages by", people.clientId());
  }

  private void keep(String id, String name, String what, String value) {
    StringParameter.Builder.create(this, id)
        .parameterName(name)
        .description(what + ", for the stack of the workers")
        .stringValue(value)
        .build();
  }
}
