package dev.drawbridge.workflows.policy;

import static dev.drawbridge.workflows.policy.Condition.asOurs;
import static dev.drawbridge.workflows.policy.Condition.ofOurs;
import static dev.drawbridge.workflows.policy.Statement.allow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements that roles are put together from, each as narrow as AWS's table lets it be. */
public final class Grants {
  /** What no worker calls: the load balancing service asks EC2 in its caller's name. */
  public static final List<String> ASKED_BY_ELASTIC_LOAD_BALANCING =
      List.of(
          "ec2:DescribeAccountAttributes",
          "ec2:DescribeAddresses",
          "ec2:DescribeInstances",
          "ec2:DescribeInternetGateways",
          "ec2:DescribeSubnets",
          "ec2:DescribeVpcs",
          "ec2:GetSecurityGroupsForVpc");

  /** What no worker calls: Lambda does at the queue of events, with the role of its worker. */
  public static final List<String> ASKED_BY_LAMBDA =
      List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private static final String ELB = "elasticloadbalancing";
  private static final String AUTHORIZE = "AuthorizeSecurityGroupIngress";
  private static final String REVOKE = "RevokeSecurityGroupIngress";

  private Grants() {}

  /** Calls that know no resource: all of them look. */
  public static List<Statement> look(String... actions) {
    return List.of(allow(Arns.ANY, actions));
  }

  /**
   * Which instances a database has, and in which role each: a replica may be the green instance of
   * a deployment, and no reader.
   */
  public static List<Statement> readTopology() {
    return join(readDatabases(), readDeployments());
  }

  /** What is called so. */
  public static List<Statement> readDatabases() {
    return join(List.of(allow(Arns.CLUSTERS, "rds:DescribeDBClusters")), readInstances());
  }

  /** Which cluster an instance belongs to. */
  public static List<Statement> readInstances() {
    return List.of(allow(Arns.INSTANCES, "rds:DescribeDBInstances"));
  }

  /** How a database is set. */
  public static List<Statement> readParameters() {
    return List.of(
        allow(Arns.PARAMETER_GROUPS, "rds:DescribeDBParameters"),
        allow(Arns.CLUSTER_PARAMETER_GROUPS, "rds:DescribeDBClusterParameters"));
  }

  /** Making target groups and holding them to their settings. */
  public static List<Statement> makeTargetGroups() {
    return join(
        List.of(
            allow(Arns.TARGET_GROUPS, ELB + ":CreateTargetGroup").when(asOurs()),
            tagNew("CreateTargetGroup", Arns.TARGET_GROUPS)),
        onTargetGroups("ModifyTargetGroup", "ModifyTargetGroupAttributes"),
        // Elastic Load Balancing asks EC2 in our name.
        look("ec2:DescribeInternetGateways", "ec2:DescribeVpcs"));
  }

  /** The same for load balancers: of ours, and none that faces the internet. */
  public static List<Statement> makeLoadBalancers() {
    return join(
        List.of(
            allow(Arns.LOAD_BALANCERS, ELB + ":CreateLoadBalancer")
                .when(asOurs(), Condition.equalTo(ELB + ":Scheme", "internal")),
            tagNew("CreateLoadBalancer", Arns.LOAD_BALANCERS),
            allow(Arns.ELB_LINKED_ROLE, "iam:CreateServiceLinkedRole")
                .when(Condition.equalTo("iam:AWSServiceName", ELB + ".amazonaws.com"))),
        onOurs(
            Arns.LOAD_BALANCERS,
            ELB,
            "ModifyLoadBalancerAttributes",
            "SetSecurityGroups",
            "SetSubnets"),
        // Elastic Load Balancing asks EC2 in our name.
        look(
            "ec2:DescribeAccountAttributes",
            "ec2:DescribeAddresses",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs"),
        List.of(allow(Arns.VPCS, "ec2:GetSecurityGroupsForVpc")));
  }

  /**
   * Making listeners of our load balancers, and moving them. UNCONFIRMED whether tagging one is
   * judged by the listener or by the load balancer: both are granted.
   */
  public static List<Statement> makeListeners() {
    return join(
        List.of(
            allow(Arns.LOAD_BALANCERS, ELB + ":CreateListener").when(ofOurs(), asOurs()),
            tagNew("CreateListener", Arns.LISTENERS, Arns.LOAD_BALANCERS)),
        onOurs(Arns.LISTENERS, ELB, "ModifyListener"));
  }

  /** Making and taking down the group and the listener that an instance has of its own. */
  public static List<Statement> keepInstancePorts() {
    return join(
        makeTargetGroups(),
        makeListeners(),
        onTargetGroups("DeleteTargetGroup"),
        onOurs(Arns.LISTENERS, ELB, "DeleteListener"),
        look(
            ELB + ":DescribeListeners",
            ELB + ":DescribeLoadBalancers",
            ELB + ":DescribeTargetGroupAttributes"));
  }

  /** Putting targets into our groups. */
  public static List<Statement> registerTargets() {
    return join(
        onTargetGroups("RegisterTargets"),
        // Elastic Load Balancing asks EC2 in our name.
        look(
            "ec2:DescribeInstances",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs"));
  }

  /** Calls on target groups of ours. */
  public static List<Statement> onTargetGroups(String... verbs) {
    return onOurs(Arns.TARGET_GROUPS, ELB, verbs);
  }

  /** Calls on endpoint services of ours. */
  public static List<Statement> onEndpointServices(String... verbs) {
    return onOurs(Arns.ENDPOINT_SERVICES, "ec2", verbs);
  }

  /** Making the load balancer's security group; the VPC that it is made in is not ours. */
  public static List<Statement> makeSecurityGroups() {
    String verb = "CreateSecurityGroup";
    return List.of(
        allow(Arns.SECURITY_GROUPS, "ec2:" + verb).when(asOurs()),
        allow(Arns.VPCS, "ec2:" + verb),
        tagNewInEc2(verb, Arns.SECURITY_GROUPS, asOurs()));
  }

  /** Our rules in the security groups of a database, which bear no tag of ours. */
  public static List<Statement> changeDatabaseRules() {
    return List.of(
        allow(Arns.SECURITY_GROUPS, "ec2:" + AUTHORIZE, "ec2:" + REVOKE),
        allow(Arns.SECURITY_GROUP_RULES, "ec2:" + AUTHORIZE).when(asOurs()),
        tagNewInEc2(AUTHORIZE, Arns.SECURITY_GROUP_RULES, asOurs()));
  }

  /**
   * Rules for consumers in the load balancer's security group, by whoever takes the lease for it.
   */
  public static List<Statement> changeConsumerRules() {
    return join(onLeases("GetItem", "PutItem", "DeleteItem"), changeConsumerRulesHeld());
  }

  /** The same by who has the lease. */
  public static List<Statement> changeConsumerRulesHeld() {
    return join(
        onOurs(Arns.SECURITY_GROUPS, "ec2", AUTHORIZE, REVOKE),
        List.of(
            allow(Arns.SECURITY_GROUP_RULES, "ec2:" + AUTHORIZE).when(asOurs()),
            tagNewInEc2(AUTHORIZE, Arns.SECURITY_GROUP_RULES, asOurs())),
        onExposures("GetItem"),
        look("ec2:DescribeSecurityGroupRules", "ec2:DescribeVpcEndpointConnections"));
  }

  /**
   * Making endpoint services, for consumers of some regions and under a name of their own;
   * UNCONFIRMED that EC2 looks at the load balancer in our name.
   */
  public static List<Statement> makeEndpointServices() {
    String verb = "CreateVpcEndpointServiceConfiguration";
    return join(
        List.of(
            allow(Arns.ENDPOINT_SERVICES, "ec2:" + verb).when(asOurs()),
            tagNewInEc2(verb, Arns.ENDPOINT_SERVICES, asOurs())),
        onEndpointServices(
            "ModifyVpcEndpointServiceConfiguration",
            "StartVpcEndpointServicePrivateDnsVerification"),
        // It permits nothing by itself, and AWS publishes no tag of the service as its condition.
        List.of(allow(Arns.ENDPOINT_SERVICES, "vpce:AllowMultiRegion")),
        look(ELB + ":DescribeLoadBalancers"));
  }

  /** Taking down load balancers of ours, with their listeners. */
  public static List<Statement> deleteLoadBalancers() {
    return onOurs(Arns.LOAD_BALANCERS, ELB, "DeleteLoadBalancer");
  }

  /** Taking down security groups of ours. */
  public static List<Statement> deleteSecurityGroups() {
    return onOurs(Arns.SECURITY_GROUPS, "ec2", "DeleteSecurityGroup");
  }

  /** Taking our rules out of the security groups of a database, which bear no tag of ours. */
  public static List<Statement> removeDatabaseRules() {
    return List.of(allow(Arns.SECURITY_GROUPS, "ec2:" + REVOKE));
  }

  /** Who works, or has worked, on the paths to a database. */
  public static List<Statement> onClaims(String... verbs) {
    return onItems("claim#*", verbs);
  }

  /** Who works on a database at the moment. */
  public static List<Statement> onLeases(String... verbs) {
    return onItems("lease#*", verbs);
  }

  /**
   * Whose turn it is, and, beside the turns, what has been read of all databases at once. The
   * release before this one reads turns first, and meets this role first.
   */
  public static List<Statement> takeTurns() {
    return onItems("turns", "GetItem", "UpdateItem");
  }

  /** What has been read of all databases at once, for runs that wait: it is kept beside turns. */
  public static List<Statement> leaveFingerprints() {
    return onItems("turns", "PutItem");
  }

  /** What Lambda does at the queue with the role of the worker that it feeds. */
  public static List<Statement> takeDatabaseEvents() {
    return List.of(allow(Arns.DATABASE_EVENTS, ASKED_BY_LAMBDA.toArray(String[]::new)));
  }

  /** What is kept of exposed databases. */
  public static List<Statement> onExposures(String... verbs) {
    return onItems("exposure#*", verbs);
  }

  /** Which blue/green deployment puts which database in the place of which. */
  public static List<Statement> readDeployments() {
    return List.of(allow(Arns.DEPLOYMENTS, "rds:DescribeBlueGreenDeployments"));
  }

  /** A look at the whole path of a database, and at what our own records say of it. */
  public static List<Statement> inspect() {
    return join(
        readTopology(),
        onExposures("GetItem"),
        onClaims("Query"),
        onLiveApprovals("Query"),
        onSwitchovers("GetItem"),
        onEndpointServices("DescribeVpcEndpointServicePermissions"),
        look(
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroupRules",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcEndpointConnectionNotifications",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:DescribeAvailabilityZones",
            ELB + ":DescribeListeners",
            ELB + ":DescribeLoadBalancerAttributes",
            ELB + ":DescribeLoadBalancers",
            ELB + ":DescribeTags",
            ELB + ":DescribeTargetGroupAttributes",
            ELB + ":DescribeTargetGroups",
            ELB + ":DescribeTargetHealth"));
  }

  /** What looks have found. */
  public static List<Statement> onInspections(String... verbs) {
    return onItems("inspection", verbs);
  }

  /** Items of runs that wait. */
  public static List<Statement> onWaits(String... verbs) {
    return onItems("wait", verbs);
  }

  /** Questions to people, and their answers. */
  public static List<Statement> onApprovals(String... verbs) {
    return onItems("approval#*", verbs);
  }

  /** Which database a blue/green switchover has put in the place of which. */
  public static List<Statement> onSwitchovers(String... verbs) {
    return onItems("switchover#*", verbs);
  }

  /** The yeses that an owner's run has got to its change. */
  public static List<Statement> onChangeApprovals(String... verbs) {
    return onItems("change#*", verbs);
  }

  /** Who has ordered which change. */
  public static List<Statement> onOwnersOrders(String... verbs) {
    return onItems("order#*", verbs);
  }

  /** The yeses that are in force. */
  public static List<Statement> onLiveApprovals(String... verbs) {
    return onItems("live#*", verbs);
  }

  /** The list of questions that were decided. */
  public static List<Statement> onDecided(String... verbs) {
    return onItems("decided", verbs);
  }

  /**
   * Adding records, which is one transaction of two puts. That they are only added is the workers'
   * rule: IAM cannot tell a new item from one that is written over.
   */
  public static List<Statement> addRecords() {
    return onItems("record*", "PutItem");
  }

  /** Who did what. */
  public static List<Statement> readRecords() {
    return onItems("record", "Query");
  }

  /** Giving EventBridge what was put on record, in no other name than ours. */
  public static List<Statement> sendRecords() {
    return join(
        onItems("record-unsent", "Query", "DeleteItem"),
        List.of(allow(Arns.EVENT_BUS, "events:PutEvents").when(Condition.eventsOf("drawbridge"))));
  }

  /** Sign-ins that browsers have begun. */
  public static List<Statement> onSignIns(String... verbs) {
    return onItems("signin#*", verbs);
  }

  /** Who has signed in with a browser. */
  public static List<Statement> onSessions(String... verbs) {
    return onItems("session#*", verbs);
  }

  /** Which forms were sent. */
  public static List<Statement> onForms(String... verbs) {
    return onItems("form#*", verbs);
  }

  /** What was asked for through the API. */
  public static List<Statement> onOnboardings(String... verbs) {
    return onItems("onboarding", verbs);
  }

  /** What accounts have asked for in a day. */
  public static List<Statement> onDailyRequests(String... verbs) {
    return onItems("requests#*", verbs);
  }

  /** Which request an idempotency key came with. */
  public static List<Statement> onIdempotencyKeys(String... verbs) {
    return onItems("idempotency#*", verbs);
  }

  /** Sealing and opening task tokens. */
  public static List<Statement> onTokens(String... verbs) {
    return List.of(allow(Arns.TOKEN_KEY, each("kms", verbs)));
  }

  /** Whether executions of a machine run. */
  public static List<Statement> readExecutions(String machine) {
    return List.of(allow(Arns.executions(machine), "states:DescribeExecution"));
  }

  /**
   * Waking executions of a machine. AWS's table lists no resource for it, yet it is judged by the
   * machine's ARN (aws-cdk#8486).
   */
  public static List<Statement> wake(String machine) {
    return List.of(allow(Arns.machine(machine), "states:SendTaskSuccess"));
  }

  /** Ending executions of a machine that wait; judged as {@link #wake} is. */
  public static List<Statement> breakOff(String machine) {
    return List.of(allow(Arns.machine(machine), "states:SendTaskFailure"));
  }

  /** Stopping executions of a machine. */
  public static List<Statement> stop(String machine) {
    return List.of(allow(Arns.executions(machine), "states:StopExecution"));
  }

  /** Starting executions; by alias, too, which is authorised on the machine itself. */
  public static List<Statement> start(String machine) {
    return List.of(allow(Arns.machine(machine), "states:StartExecution"));
  }

  /** What waiting for a child's end ({@code .sync:2}) takes besides starting it. */
  public static List<Statement> await(String machine) {
    return List.of(
        allow(Arns.executions(machine), "states:DescribeExecution", "states:StopExecution"),
        allow(Arns.SYNC_RULE, "events:PutTargets", "events:PutRule", "events:DescribeRule"));
  }

  /** Invoking the functions of workers. */
  public static List<Statement> invoke(List<String> workers) {
    List<String> aliases = workers.stream().map(Arns::liveFunction).toList();
    return List.of(new Statement(List.of("lambda:InvokeFunction"), aliases, List.of()));
  }

  /** Whether anybody reads messages to people. */
  public static List<Statement> countReaders() {
    return List.of(allow(Arns.PEOPLE_TOPIC, "sns:GetTopicAttributes"));
  }

  /** Messages to people; the topic is encrypted, and SNS uses its key in our name. */
  public static List<Statement> tellPeople() {
    return List.of(
        allow(Arns.PEOPLE_TOPIC, "sns:Publish"),
        allow(Arns.TOPIC_KEY, "kms:GenerateDataKey", "kms:Decrypt")
            .when(Condition.equalTo("kms:ViaService", "sns.${AWS::Region}.amazonaws.com")));
  }

  private static List<Statement> onItems(String partition, String... verbs) {
    return List.of(allow(Arns.TABLE, each("dynamodb", verbs)).when(Condition.partition(partition)));
  }

  private static List<Statement> onOurs(String resources, String service, String... verbs) {
    return List.of(allow(resources, each(service, verbs)).when(ofOurs()));
  }

  private static Statement tagNew(String verb, String... resources) {
    return new Statement(
        List.of(ELB + ":AddTags"),
        List.of(resources),
        List.of(asOurs(), Condition.bornBy(ELB, verb)));
  }

  private static Statement tagNewInEc2(String verb, String resources, Condition tags) {
    return allow(resources, "ec2:CreateTags").when(Condition.bornBy("ec2", verb), tags);
  }

  /** All of them. */
  @SafeVarargs
  public static List<Statement> join(List<Statement>... parts) {
    List<Statement> all = new ArrayList<>();
    for (List<Statement> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  private static String[] each(String service, String... verbs) {
    return Stream.of(verbs).map(verb -> service + ":" + verb).toArray(String[]::new);
  }
}
