package dev.drawbridge.infra;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.chatbot.CfnSlackChannelConfiguration;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * A channel of Slack that gets every alarm, by Amazon Q Developer in chat applications, to which
 * somebody has to have introduced the workspace. Its role and its guardrail allow no call at all.
 */
final class SlackChannel {
  /**
   * @param channel ids of workspace and channel, separated by a slash
   */
  SlackChannel(Construct scope, String channel, LandingZone zone, InstallationArns arns) {
    String[] ids = channel.split("/", -1);
    Role role =
        Role.Builder.create(scope, "SlackRole")
            .path(zone.rolePath())
            .assumedBy(new ServicePrincipal("chatbot.amazonaws.com"))
            .build();
    CfnSlackChannelConfiguration.Builder.create(scope, "SlackChannel")
        .configurationName(zone.names().slackChannel())
        .slackWorkspaceId(ids[0])
        .slackChannelId(ids[1])
        .iamRoleArn(role.getRoleArn())
        .guardrailPolicies(List.of("arn:%s:iam::aws:policy/AWSDenyAll".formatted(Aws.PARTITION)))
        .snsTopicArns(List.of(arns.peopleTopic()))
        .build();
  }
}
