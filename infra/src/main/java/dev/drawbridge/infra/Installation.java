package dev.drawbridge.infra;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/**
 * One installation in the provider's account and region, as stacks that are deployed one after the
 * other. None exports anything to another (ADR 18).
 *
 * @param stacks in the order of their deployment
 */
record Installation(List<Stack> stacks) {
  /** Keeps a copy. */
  Installation {
    stacks = List.copyOf(stacks);
  }

  /**
   * Adds an installation to an application.
   *
   * @param code the jar that holds every worker of the catalogue
   * @throws IllegalArgumentException naming a setting of the application's context that is missing
   *     or wrong
   */
  static Installation in(Construct app, Code code) {
    Setting.requireKnown(app.getNode());
    Configuration configuration = Configuration.of(app.getNode());
    LandingZone zone = LandingZone.of(app.getNode());
    ResourceNames names = zone.names();
    Stack api =
        new ApiStack(
            app,
            names.stack("api"),
            described("the API and the pages of Drawbridge"),
            names,
            configuration);
    Stack provider =
        new ProviderStack(
            app,
            names.stack("provider"),
            described("the workers, state machines and table of Drawbridge"),
            zone,
            configuration,
            code);
    Stack observability =
        new ObservabilityStack(
            app,
            names.stack("observability"),
            described("the alarms of Drawbridge"),
            zone,
            configuration);
    provider.addStackDependency(api);
    observability.addStackDependency(provider);
    Installation made = new Installation(List.of(api, provider, observability));
    made.stacks.forEach(stack -> furnish(stack, zone));
    return made;
  }

  private static void furnish(Stack stack, LandingZone zone) {
    zone.tags().forEach((name, value) -> Tags.of(stack).add(name, value));
    zone.permissionsBoundary()
        .ifPresent(
            arn ->
                PermissionsBoundary.of(stack)
                    .apply(ManagedPolicy.fromManagedPolicyArn(stack, "Boundary", arn)));
  }

  private static StackProps described(String what) {
    return StackProps.builder().description(what).build();
  }
}
