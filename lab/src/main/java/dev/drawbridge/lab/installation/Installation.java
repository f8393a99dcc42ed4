package dev.drawbridge.lab.installation;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.refresh.Propagation;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.apigateway.FrontDoor;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateMachine;
import dev.drawbridge.workflows.Trigger;
import dev.drawbridge.workflows.WorkerFunction;
import dev.drawbridge.workflows.policy.PolicyDocument;
import dev.drawbridge.workflows.policy.Statement;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;

/**
 * Drawbridge in a simulated account: the workers and state machines of the catalogue, from the very
 * classes and files that are deployed to AWS.
 */
public final class Installation {
  private static final String ALIAS = "live";
  private static final Set<String> WORKERS =
      Catalogue.workers().stream().map(WorkerFunction::name).collect(Collectors.toSet());

  private final Simulator world;
  private final Caller owner;
  private final WorkerEnvironments environments;
  private final Clients deployer;
  private final Resources resources;
  private final Map<String, String> arns = new HashMap<>();
  private Pages pages = Pages.ELSEWHERE;
  private final Map<String, String> stated = new HashMap<>();
  private WorkerHost host = (worker, settings, log, here) -> here.get();

  private Installation(Simulator world, Caller owner, Supplier<NameResolver> resolver) {
    this.world = world;
    this.owner = owner;
    this.environments = new WorkerEnvironments(world.door(), world.scheduler(), owner, resolver);
    this.deployer = environments.clientsOf("deployer");
    this.resources = Resources.create(deployer, owner);
    world.topics().mail(resources.peopleTopic(), "people@example.com", true);
  }

  /**
   * Installs the workers and state machines, and connects notices and events to them.
   *
   * @param owner the provider account and its region
   * @param resolver makes the resolver of a new container
   * @param log takes each line that a worker logs
   */
  public static Installation install(
      Simulator world, Caller owner, Supplier<NameResolver> resolver, Consumer<String> log) {
    Installation made = new Installation(world, owner, resolver);
    Catalogue.workers().forEach(worker -> made.deploy(worker, log));
    Catalogue.stateMachines().forEach(made::deploy);
    made.triggers().connect(Catalogue.workers(), made.connectionsTopic());
    return made;
  }

  /**
   * Starts the schedules that look for what notices and events missed. Off at first: a wait of
   * weeks on the virtual clock takes no time without them.
   *
   * @param every in whole minutes
   */
  public void startSchedules(Duration every) {
    triggers().schedule(Catalogue.workers(), every);
  }

  /** Disables every rule: nothing starts a worker any more unless somebody asks. */
  public void disableRules() {
    EventBridgeClient events = deployer.eventBridge();
    events.listRules(r -> {}).rules().forEach(rule -> events.disableRule(r -> r.name(rule.name())));
  }

  /** Lets another host make the environments that workers start in from now on. */
  public void hostWorkers(WorkerHost other) {
    host = other;
  }

  /**
   * Lets another engine run the state machines: workers start, describe and wake executions there
   * from now on.
   *
   * @param endpoint where it answers
   * @param machines its machines by the placeholders of the definitions
   */
  public void statesAt(URI endpoint, Map<String, String> machines) {
    environments.statesAt(endpoint);
    arns.putAll(machines);
  }

  /** The ARN behind a placeholder of the definitions: a function's or a state machine's. */
  public String arn(String placeholder) {
    String arn = arns.get(placeholder);
    if (arn == null) {
      throw new IllegalArgumentException("nothing is installed as " + placeholder);
    }
    return arn;
  }

  /** The state machine itself, as events and lists name it, behind a placeholder of its alias. */
  public String machine(String placeholder) {
    String alias = arn(placeholder);
    return alias.substring(0, alias.lastIndexOf(':'));
  }

  /** All runs of the state machine behind a placeholder, the newest first. */
  public List<ExecutionListItem> runs(String placeholder) {
    String machine = machine(placeholder);
    return clientsOf("operator")
        .states()
        .listExecutionsPaginator(r -> r.stateMachineArn(machine))
        .executions()
        .stream()
        .toList();
  }

  /** The topic of endpoint connection notices. */
  public String connectionsTopic() {
    return resources.connectionsTopic();
  }

  /** The topic that people subscribe to. */
  public String peopleTopic() {
    return resources.peopleTopic();
  }

  /** Clients of the installation's account, as another role than any worker's. */
  public Clients clientsOf(String role) {
    return environments.clientsOf(role);
  }

  /**
   * The signed API.
   *
   * @param organizations the organisation of each account that is in one
   */
  public FrontDoor api(Map<String, String> organizations) {
    return world.frontDoor(Api.of(owner, this::arn), organizations);
  }

  /** The pages. */
  public FrontDoor pages() {
    return world.frontDoor(Pages.api(owner, this::arn), Map.of());
  }

  /** From now on the pages are there: call it before anything runs. */
  public void pagesAt(Pages where) {
    pages = where;
  }

  /** From now on these are the account's quotas: call it before anything runs. */
  public void quotas(String figures) {
    stated.put(Settings.QUOTAS, figures);
  }

  /** From now on these may say yes: call it before anything runs. */
  public void approvers(String list) {
    stated.put(Settings.APPROVERS, list);
  }

  /** From now on it is so many addresses that it has subscribed: call it before anything runs. */
  public void mails(int count) {
    stated.put(Settings.MAILS, String.valueOf(count));
  }

  /** Clients of any account in this region. */
  public Clients clientsOf(String account, String role) {
    return clientsOf(account, owner.region(), role);
  }

  /** The same in another region. */
  public Clients clientsOf(String account, String region, String role) {
    return WorkerEnvironments.clients(world.door(), account, region, role);
  }

  /** How often workers called each action so far; nobody else's calls are counted. */
  public Map<String, Long> workerCalls() {
    return world.callLog().counts(this::byWorker);
  }

  /** Whether a worker of this installation made the call. */
  public boolean byWorker(CallRecord call) {
    return isWorker(call.caller());
  }

  /** Whether a caller is a worker of this installation. */
  public boolean isWorker(Caller caller) {
    return caller.account().equals(owner.account()) && WORKERS.contains(caller.role());
  }

  private Triggers triggers() {
    return new Triggers(
        deployer.sns(),
        deployer.eventBridge(),
        new DatabaseEvents(world.queues(), deployer.functions(), owner),
        world.lambda().permissions(),
        arns);
  }

  private void deploy(WorkerFunction worker, Consumer<String> log) {
    confine(worker.name(), worker.permissions());
    // The role bears the worker's name, as in the CDK application: one role a worker.
    Supplier<Settings> settings = () -> new Settings(variables(worker));
    Supplier<LambdaFunction> here =
        () -> WorkerCode.load(worker, environments.of(worker.name(), settings.get()), log);
    world
        .lambda()
        .create(
            owner.account(),
            owner.region(),
            worker.name(),
            functionSettings(worker),
            () -> host.environment(worker, settings.get(), log, here));
    arns.put(worker.name(), functionArn(worker.name()));
  }

  /** A tick of a schedule that failed is not tried again, as CDK deploys it: the next one comes. */
  private static FunctionSettings functionSettings(WorkerFunction worker) {
    FunctionSettings settings =
        FunctionSettings.withRole(worker.name())
            .timeout(worker.timeout())
            .snapStart(worker.snapStart());
    return worker.trigger() == Trigger.SCHEDULE ? settings.asyncRetries(0) : settings;
  }

  /** From now on a role may do what the statements allow, which are those that CDK deploys. */
  private void confine(String role, List<Statement> permissions) {
    String document = PolicyDocument.of(permissions, resources.placeholders(owner));
    world.access().confine(owner.account(), role, Policy.parse(document));
  }

  private String functionArn(String name) {
    return owner.arn("lambda", "function:" + name + ":" + ALIAS);
  }

  private void deploy(StateMachine machine) {
    confine(machine.name(), machine.permissions());
    world.roles().create(owner, machine.name(), "states.amazonaws.com");
    var created =
        deployer
            .states()
            .createStateMachine(
                r ->
                    r.name(machine.name())
                        .definition(machine.bound(owner.partition(), arns))
                        .roleArn(
                            "arn:%s:iam::%s:role/%s"
                                .formatted(owner.partition(), owner.account(), machine.name()))
                        .publish(true));
    var alias =
        deployer
            .states()
            .createStateMachineAlias(
                r -> r.name(ALIAS).routingConfiguration(all(created.stateMachineVersionArn())));
    arns.put(machine.placeholder(), alias.stateMachineAliasArn());
  }

  private static RoutingConfigurationListItem all(String version) {
    return RoutingConfigurationListItem.builder()
        .stateMachineVersionArn(version)
        .weight(100)
        .build();
  }

  private Map<String, String> variables(WorkerFunction worker) {
    Map<String, String> all =
        resources.variables(
            arns.getOrDefault(
                "RefreshTargetsStateMachine",
                owner.arn("states", "stateMachine:refresh-targets:" + ALIAS)),
            owner.arn("states", "stateMachine:onboard-consumer:" + ALIAS),
            owner.arn("states", "stateMachine:offboard-consumer:" + ALIAS),
            Catalogue.keptAlive().stream().map(this::functionArn).toList());
    Map<String, String> variables = new HashMap<>(all);
    variables.putAll(pages.variables());
    variables.putAll(stated);
    variables.keySet().retainAll(worker.settings());
    // A world that is so many times faster settles as much sooner.
    long divisor = world.settings().elb().timeDivisor();
    variables.put(Settings.SETTLING, Propagation.DEREGISTRATION.dividedBy(divisor).toString());
    return variables;
  }
}
