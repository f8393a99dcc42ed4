package dev.drawbridge.lab.scenario;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.installation.Api;
import dev.drawbridge.lab.installation.Installation;
import dev.drawbridge.lab.installation.People;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.apigateway.FrontDoor;
import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.dns.CachingResolver;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.network.HostsProbe;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Probe;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The one world of every scenario: a provider with Drawbridge installed, and consumers. */
public final class Scenario {
  /** The provider's account and region. */
  public static final Caller PROVIDER = new Caller("111111111111", "eu-central-1", "root");

  /** The first consumer's account. */
  public static final Caller CONSUMER = new Caller("222222222222", "eu-central-1", "root");

  /** An account that is in no organisation. */
  public static final String STRANGER = "999999999999";

  /** Every account of the scenarios but the stranger's is in the installation's organisation. */
  private static final Map<String, String> ORGANIZATION =
      IntStream.rangeClosed(1, 8)
          .boxed()
          .collect(
              Collectors.toMap(
                  digit -> String.valueOf(digit).repeat(12), digit -> Api.ORGANIZATION));

  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  /** Where the provider's addresses begin. */
  private static final String NETWORK = "127.10";

  private final Simulator world;
  private final ProviderSite provider;
  private final ConsumerSite consumer;
  private final CachingResolver resolver;
  private final Installation installation;
  private final FrontDoor api;
  private final ApiCaller ada;
  private final List<String> log = new ArrayList<>();

  private Scenario(Simulator world) {
    this(world, ProviderSite.build(world, PROVIDER, NETWORK));
  }

  private Scenario(Simulator world, ProviderSite provider) {
    this.world = world;
    this.provider = provider;
    this.resolver =
        new CachingResolver(world.scheduler(), world.zones(), world.settings().dns(), Zones.PUBLIC);
    this.installation = Installation.install(world, PROVIDER, this::nameResolver, log::add);
    this.api = installation.api(ORGANIZATION);
    this.ada = caller(people().operator("ada@example.com"));
    this.consumer = consumer(CONSUMER, "127.20");
  }

  /** On the virtual clock, with AWS's published delays. */
  public static Scenario virtual(long seed) {
    return virtual(seed, Settings.published());
  }

  /** On the virtual clock, with the given delays. */
  public static Scenario virtual(long seed, Settings settings) {
    return new Scenario(new Simulator(new VirtualScheduler(START, seed), settings));
  }

  /** The same in a provider's network that has room for thousands of databases. */
  public static Scenario wide(long seed, Settings settings) {
    Simulator world = new Simulator(new VirtualScheduler(START, seed), settings);
    return new Scenario(world, ProviderSite.wide(world, PROVIDER, NETWORK));
  }

  /** On any clock, with health checks that connect as {@code probe} does. */
  public static Scenario on(
      Scheduler scheduler, Settings settings, Function<Network, Probe> probe) {
    return new Scenario(new Simulator(scheduler, settings, probe));
  }

  /** On the wall clock, AWS's published delays divided, with databases that are simulated. */
  public static Scenario inRealTime(Scheduler scheduler, long divisor) {
    return on(
        scheduler,
        Settings.published().dividedBy(divisor),
        network -> new HostsProbe(network.hosts()));
  }

  /** The simulated world. */
  public Simulator world() {
    return world;
  }

  /** The account with the databases. */
  public ProviderSite provider() {
    return provider;
  }

  /** The first consumer. */
  public ConsumerSite consumer() {
    return consumer;
  }

  /** Builds a further consumer. */
  public ConsumerSite consumer(Caller account, String network) {
    return ConsumerSite.build(
        world,
        account,
        network,
        installation.clientsOf(account.account(), account.region(), "application"));
  }

  /** Drawbridge in the provider's account. */
  public Installation installation() {
    return installation;
  }

  /** The endpoint service of the one database that is exposed, as an operator sees it. */
  public ServiceConfiguration endpointService() {
    return installation
        .clientsOf("operator")
        .ec2()
        .describeVpcEndpointServiceConfigurations()
        .serviceConfigurations()
        .getFirst();
  }

  /** Whom that service lets ask for endpoints. */
  public List<String> principals() {
    String service = endpointService().serviceId();
    return installation
        .clientsOf("operator")
        .ec2()
        .describeVpcEndpointServicePermissions(r -> r.serviceId(service))
        .allowedPrincipals()
        .stream()
        .map(AllowedPrincipal::principal)
        .toList();
  }

  /**
   * Ada, who owns databases, asks for a path by a signed call.
   *
   * @throws IllegalStateException with the API's problem if it refuses
   */
  public Onboarding onboard(String request) {
    return Onboarding.ask(world, installation, ada, request);
  }

  /** Somebody unknown starts a run with any JSON text, as in the console. */
  public Onboarding startByHand(String request) {
    return Onboarding.start(world, installation, request);
  }

  /**
   * The database's owner has it exposed, or its exposure changed.
   *
   * @throws IllegalStateException if that does not succeed
   */
  public Onboarding expose(RequestText request) {
    Onboarding run = startByHand(request.json());
    DescribeExecutionResponse end = run.end(Duration.ofHours(2));
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new IllegalStateException(
          "exposing went wrong: %s: %s".formatted(end.error(), end.cause()));
    }
    return run;
  }

  /** A person who may approve. */
  public Approver approver(String name) {
    return new Approver(this, name);
  }

  /** The API. */
  public FrontDoor api() {
    return api;
  }

  /** Somebody with new credentials who calls the API. */
  public ApiCaller caller(Principal principal) {
    return caller(world.accessKeys().issue(principal));
  }

  /** Somebody who calls the API. */
  public ApiCaller caller(AccessKey key) {
    return new ApiCaller(api, key, world.scheduler());
  }

  /** The people of the installation. */
  public People people() {
    return new People(world.accessKeys(), PROVIDER.account());
  }

  /** Every line that workers logged. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /**
   * The resolver that all workers ask, outside any VPC: it remembers answers for their time to
   * live.
   */
  public CachingResolver resolver() {
    return resolver;
  }

  private NameResolver nameResolver() {
    return name -> {
      try {
        return resolver.resolve(name);
      } catch (UnknownHostException e) {
        return List.of();
      }
    };
  }
}
