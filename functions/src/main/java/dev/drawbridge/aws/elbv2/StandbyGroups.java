package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Switching;
import dev.drawbridge.plan.GroupAttributes;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The groups for writers that mode warm has beside the writer's own. */
public final class StandbyGroups {
  private final ElasticLoadBalancingV2Client elb;
  private final Groups groups;
  private final GroupSettings settings;

  /** Groups of the account and region of the clients. */
  public StandbyGroups(Clients clients) {
    this.elb = clients.elb();
    this.groups = new Groups(clients);
    this.settings = new GroupSettings(elb);
  }

  /** Puts on record how the writer of an exposure is to be switched. Calls: 3. */
  public void want(String databaseArn, Switching mode) {
    String reader =
        groups.owned(databaseArn).reader().map(TargetGroup::targetGroupArn).orElseThrow();
    Tag tag = Tag.builder().key(Ownership.SWITCHING).value(mode.text()).build();
    elb.addTags(r -> r.resourceArns(reader).tags(tag));
  }

  /** Makes so many groups under names that are free. Calls: 2, and 2 a group. */
  public List<String> create(Database database, int howMany) {
    List<String> taken =
        groups.owned(database.arn()).writers().stream().map(TargetGroup::targetGroupName).toList();
    return Names.writerGroups(database.arn()).stream()
        .filter(name -> !taken.contains(name))
        .limit(howMany)
        .map(name -> settings.create(name, database, GroupAttributes.WRITER))
        .toList();
  }

  /**
   * Holds all groups for writers to their settings: one may have been made by a try that ended
   * before it set them. Calls: 2, and 1 a group.
   */
  public void hold(Database database) {
    groups
        .owned(database.arn())
        .writers()
        .forEach(group -> settings.hold(group, database, GroupAttributes.WRITER));
  }

  /**
   * Deletes a group that no listener forwards to; its targets go with it. Calls: 1.
   *
   * @throws NotReady while the listener that has let go of it is not known everywhere
   */
  public void delete(String groupArn) {
    try {
      elb.deleteTargetGroup(r -> r.targetGroupArn(groupArn));
    } catch (ResourceInUseException still) {
      throw new NotReady("target group %s is still in use".formatted(groupArn), still);
    }
  }
}
