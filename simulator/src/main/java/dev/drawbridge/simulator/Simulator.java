package dev.drawbridge.simulator;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.apigateway.FrontDoor;
import dev.drawbridge.simulator.apigateway.RestApi;
import dev.drawbridge.simulator.call.AccessKeys;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.cloudwatch.CloudWatchService;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Delivery;
import dev.drawbridge.simulator.delivery.Targets;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.door.Door;
import dev.drawbridge.simulator.dynamodb.DynamoDbService;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.elbv2.ElbService;
import dev.drawbridge.simulator.events.EventBridgeService;
import dev.drawbridge.simulator.iam.AccessControl;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.identity.IamService;
import dev.drawbridge.simulator.kms.KmsService;
import dev.drawbridge.simulator.lambda.EventSourceMappings;
import dev.drawbridge.simulator.lambda.LambdaService;
import dev.drawbridge.simulator.network.HostsProbe;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Path;
import dev.drawbridge.simulator.network.Probe;
import dev.drawbridge.simulator.operation.Registry;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.VpcInstanceNetwork;
import dev.drawbridge.simulator.sns.SnsService;
import dev.drawbridge.simulator.sqs.SqsService;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsService;
import dev.drawbridge.simulator.stepfunctions.api.Operations;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvokers;
import dev.drawbridge.simulator.sts.StsService;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One simulated world: every service, composed, behind one door. */
public final class Simulator {
  private final Scheduler scheduler;
  private final Settings settings;
  private final CallLog callLog = new CallLog();
  private final Faults faults = new Faults();
  private final AccessKeys accessKeys = new AccessKeys();
  private final Zones zones;
  private final Network network;
  private final SqsService sqs;
  private final DeadLetters deadLetters;
  private final LambdaService lambda;
  private final EventSourceMappings mappings;
  private final SnsService sns;
  private final KmsService kms;
  private final IamService roles;
  private final EventBridgeService events;
  private final Ec2Service ec2;
  private final RdsService rds;
  private final ElbService elb;
  private final DynamoDbService dynamoDb;
  private final StepFunctionsService states;
  private final Registry registry;
  private final AccessControl access;
  private final ApiThrottle throttle;
  private final Door door;
  private final Path path;

  /** A world without sockets, whose health checks ask the simulated hosts. */
  public Simulator(Scheduler scheduler, Settings settings) {
    this(scheduler, settings, network -> new HostsProbe(network.hosts()));
  }

  /**
   * A world whose health checks connect as {@code probe} does.
   *
   * @param probe gets the network of this world, to fall back on
   */
  public Simulator(Scheduler scheduler, Settings settings, Function<Network, Probe> probe) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.zones = new Zones(scheduler);
    this.network = Network.of(scheduler, new ZoneNames(zones));
    Targets targets = new Targets();
    this.sqs = new SqsService(scheduler);
    this.deadLetters = new DeadLetters(sqs);
    this.lambda = new LambdaService(scheduler, deadLetters, settings.lambda());
    this.mappings =
        new EventSourceMappings(scheduler, lambda, sqs.reader(), settings.lambda().polls());
    this.sns =
        new SnsService(
            scheduler, new Delivery(scheduler, targets, deadLetters, settings.notices()));
    this.kms = new KmsService(scheduler);
    sns.judgeKeys((key, publisher) -> kms.admits(key, publisher.service(), publisher.sourceArn()));
    this.roles = new IamService(scheduler);
    this.events = new EventBridgeService(scheduler, targets, deadLetters, settings.events());
    this.ec2 = new Ec2Service(network, settings.ec2(), new TopicNotices(sns));
    this.rds =
        new RdsService(
            scheduler, new VpcInstanceNetwork(ec2, network), zones, events, settings.rds());
    this.elb = new ElbService(network, settings.elb(), ec2, probe.apply(network));
    this.dynamoDb = new DynamoDbService(scheduler, settings.dynamoDb());
    rds.tell(new TopicEvents(sns));
    LambdaTasks tasks = new LambdaTasks(lambda, scheduler);
    MessageTasks messages = new MessageTasks(scheduler, sqs, sns);
    this.states =
        new StepFunctionsService(
            scheduler,
            settings.states(),
            new TaskInvokers(
                tasks,
                Map.of(
                    "lambda:invoke", tasks,
                    "sqs:sendMessage", messages.toQueue(),
                    "sns:publish", messages.toTopic())));
    states.machines().judgeRoles(role -> roles.trusts(role, "states.amazonaws.com"));
    states.onStatusChange(new StatusEvents(events, scheduler));
    targets.register("lambda", lambda);
    targets.register("sqs", sqs);
    targets.register("states", new ExecutionTarget(states));
    this.registry = registry();
    this.access = new AccessControl(new IamFacts(ec2, elb, dynamoDb, sns, states));
    states.judgeTasks(new TaskPermissions(access));
    mappings.judgeRoles(
        (role, action, queue) ->
            access.whyNot(role, List.of(Authorization.of(action).on(queue))) == null);
    roles.confinedBy(access::policy);
    this.throttle = new ApiThrottle(scheduler, settings.throttling());
    this.door =
        new Door(
            scheduler, registry, callLog, faults, settings.latency(), accessKeys, access, throttle);
    this.path = new Path(network, ec2.fabric(), ec2.privateLink(), elb.loadBalancing());
  }

  private Registry registry() {
    return new Registry(
        List.of(
            dynamoDb.service(),
            ec2.service(elb.networkLoadBalancers()),
            elb.service(),
            events.service(),
            roles.service(),
            kms.service(),
            lambda.service(role -> roles.trusts(role, "lambda.amazonaws.com"), mappings),
            rds.service(),
            sns.service(),
            sqs.service(),
            new CloudWatchService(network.traffic()).service(),
            Operations.of(states),
            new StsService(scheduler, roles).service()));
  }

  /** Time, concurrency and chance of this world. */
  public Scheduler scheduler() {
    return scheduler;
  }

  /** What this world was made with. */
  public Settings settings() {
    return settings;
  }

  /** The door that every client uses. */
  public Door door() {
    return door;
  }

  /** From now on callers may call EC2, RDS and Step Functions as often as this says. */
  public void throttle(ThrottleSettings throttling) {
    throttle.set(throttling);
  }

  /** The credentials that this world has issued. */
  public AccessKeys accessKeys() {
    return accessKeys;
  }

  /**
   * A REST API's own door.
   *
   * @param organizations the organisation of each account that is in one
   */
  public FrontDoor frontDoor(RestApi api, Map<String, String> organizations) {
    return new FrontDoor(scheduler, lambda, accessKeys, organizations, api);
  }

  /** Every operation that the door knows, by service. */
  public Registry operations() {
    return registry;
  }

  /** Every call so far. */
  public CallLog callLog() {
    return callLog;
  }

  /** Faults to come. */
  public Faults faults() {
    return faults;
  }

  /** What roles may do. */
  public AccessControl access() {
    return access;
  }

  /** Every DNS name of this world. */
  public Zones zones() {
    return zones;
  }

  /** Hosts and open connections. */
  public Network network() {
    return network;
  }

  /** What becomes of a connection attempt. */
  public Path path() {
    return path;
  }

  /** Messages that could not be delivered. */
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  /** VPCs and PrivateLink. */
  public Ec2Service ec2() {
    return ec2;
  }

  /** Databases. */
  public RdsService rds() {
    return rds;
  }

  /** Load balancers. */
  public ElbService elb() {
    return elb;
  }

  /** Functions. */
  public LambdaService lambda() {
    return lambda;
  }

  /** Rules and events. */
  public EventBridgeService events() {
    return events;
  }

  /** State machines. */
  public StepFunctionsService states() {
    return states;
  }

  /** Queues. */
  public SqsService queues() {
    return sqs;
  }

  /** Topics. */
  public SnsService topics() {
    return sns;
  }

  /** Roles. */
  public IamService roles() {
    return roles;
  }

  /** Tables. */
  public DynamoDbService dynamoDb() {
    return dynamoDb;
  }
}
