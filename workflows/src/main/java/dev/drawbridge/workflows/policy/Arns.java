package dev.drawbridge.workflows.policy;

/** The resources that statements speak of. */
public final class Arns {
  /** The alias of every function and every state machine that callers use. */
  public static final String LIVE = "live";

  /** Placeholders, to be filled with ARNs that only an installation knows. */
  public static final String TABLE = "${Table}";

  public static final String TOKEN_KEY = "${TokenKey}";
  public static final String TOPIC_KEY = "${TopicKey}";
  public static final String PEOPLE_TOPIC = "${PeopleTopic}";

  /** What the names of functions and state machines begin with in the account. */
  public static final String PREFIX = "${Prefix}";

  /** What the names and tags of an installation begin with. */
  public static final String INSTALLATION = "${Installation}";

  static final String ANY = "*";
  static final String TARGET_GROUPS = elb("targetgroup/" + INSTALLATION + "-*/*");
  static final String LOAD_BALANCERS = elb("loadbalancer/net/" + INSTALLATION + "-*/*");
  static final String LISTENERS = elb("listener/net/" + INSTALLATION + "-*/*/*");
  static final String SECURITY_GROUPS = of("ec2", "security-group/*");
  static final String SECURITY_GROUP_RULES = of("ec2", "security-group-rule/*");

  /** A VPC that is shared bears its owner's account (terraform-aws-iam#227 shows it of subnets). */
  static final String VPCS = "arn:${AWS::Partition}:ec2:${AWS::Region}:*:vpc/*";

  static final String ENDPOINT_SERVICES = of("ec2", "vpc-endpoint-service/*");
  static final String CLUSTERS = of("rds", "cluster:*");
  static final String INSTANCES = of("rds", "db:*");
  static final String DEPLOYMENTS = of("rds", "deployment:*");
  static final String PARAMETER_GROUPS = of("rds", "pg:*");
  static final String CLUSTER_PARAMETER_GROUPS = of("rds", "cluster-pg:*");

  /** The queue of the events of RDS. */
  static final String DATABASE_EVENTS = of("sqs", INSTALLATION + "-database-events");

  /** The account's own. */
  static final String EVENT_BUS = of("events", "event-bus/default");

  /** By which {@code .sync:2} learns that a child execution has ended. */
  static final String SYNC_RULE =
      of("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");

  /** The role that Elastic Load Balancing makes with the first load balancer of an account. */
  static final String ELB_LINKED_ROLE =
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing";

  private Arns() {}

  /** The alias that everybody invokes of a worker's function. */
  public static String liveFunction(String worker) {
    return of("lambda", "function:" + PREFIX + worker + ":" + LIVE);
  }

  /** A state machine, by its name in the catalogue. */
  public static String machine(String name) {
    return of("states", "stateMachine:" + PREFIX + name);
  }

  /** All executions of it. */
  static String executions(String name) {
    return of("states", "execution:" + PREFIX + name + ":*");
  }

  private static String elb(String resource) {
    return of("elasticloadbalancing", resource);
  }

  private static String of(String service, String resource) {
    return "arn:${AWS::Partition}:%s:${AWS::Region}:${AWS::AccountId}:%s"
        .formatted(service, resource);
  }
}
