package dev.drawbridge.infra;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.CfnDashboard;
import software.constructs.Construct;

/** What people are told of without asking. It knows the others' resources by their names only. */
final class ObservabilityStack extends Stack {
  ObservabilityStack(
      Construct scope,
      String id,
      StackProps properties,
      LandingZone zone,
      Configuration configuration) {
    super(scope, id, properties);
    ResourceNames names = zone.names();
    InstallationArns arns = new InstallationArns(this, names);
    zone.slack().ifPresent(channel -> new SlackChannel(this, channel, zone, arns));
    Alarms alarms = new Alarms(this, names, arns, zone.runBooks());
    alarms.onBadEnds();
    alarms.onDeadLetters();
    alarms.onWaitingEvents();
    alarms.onChecks();
    alarms.onFindings();
    alarms.onApi("ApiFails", names.signedApi());
    if (configuration.hasPages()) {
      alarms.onApi("PagesFail", names.pagesApi());
    }
    CfnDashboard.Builder.create(this, "Dashboard")
        .dashboardName(names.dashboard())
        .dashboardBody(Dashboard.body(names, arns))
        .build();
    CfnOutput.Builder.create(this, "DashboardUrl")
        .value(
            "https://%1$s.console.aws.amazon.com/cloudwatch/home?region=%1$s#dashboards/dashboard/%2$s"
                .formatted(Aws.REGION, names.dashboard()))
        .build();
  }
}
