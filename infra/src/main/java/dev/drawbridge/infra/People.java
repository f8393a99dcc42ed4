package dev.drawbridge.infra;

import software.amazon.awscdk.CfnParameter;
import software.constructs.Construct;

/** Whom the installation trusts: parameters, since no template can know. */
final class People {
  private final CfnParameter approvers;
  private final CfnParameter operators;
  private final CfnParameter quorum;
  private final CfnParameter quotas;
  private final CfnParameter exposureDefaults;

  People(Construct scope) {
    approvers =
        CfnParameter.Builder.create(scope, "Approvers")
            .type("String")
            .minLength(1)
            .description(
                "Who may say yes: role ARNs, role/NAME of this account and group:NAME of the issuer,"
                    + " separated by spaces or commas")
            .build();
    operators =
        CfnParameter.Builder.create(scope, "Operators")
            .type("String")
            .minLength(1)
            .description("Who owns databases and sees everything; written as Approvers")
            .build();
    quorum =
        CfnParameter.Builder.create(scope, "Quorum")
            .type("Number")
            .minValue(1)
            .maxValue(5)
            .defaultValue(1)
            .description("How many people besides those who ask have to say yes")
            .build();
    exposureDefaults =
        CfnParameter.Builder.create(scope, "ExposureDefaults")
            .type("String")
            .defaultValue("{}")
            .maxLength(2048)
            .description("Settings of databases whose owner has decided none, as JSON")
            .build();
    quotas =
        CfnParameter.Builder.create(scope, "Quotas")
            .type("String")
            .defaultValue("rulesPerSecurityGroup=60 loadBalancers=50 targetGroups=3000")
            .maxLength(300)
            .description("What AWS has granted this account, where it is not AWS's default")
            .build();
  }

  String approvers() {
    return approvers.getValueAsString();
  }

  String operators() {
    return operators.getValueAsString();
  }

  String quorum() {
    return quorum.getValueAsString();
  }

  String exposureDefaults() {
    return exposureDefaults.getValueAsString();
  }

  String quotas() {
    return quotas.getValueAsString();
  }
}
