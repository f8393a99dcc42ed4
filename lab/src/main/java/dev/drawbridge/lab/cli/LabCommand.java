package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.demo.ServedPages;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.lab.page.LabPage;
import dev.drawbridge.lab.page.StageKill;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.door.LoopbackServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drawbridge lab}: the demo's world before any onboarding, for an operator's own hands. */
@Command(
    name = "lab",
    description = "Leave the demo's world running, for the AWS CLI, dig and a database client.",
    mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
  private static final long LONGEST_CLOSING_SECONDS = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      description = "Where AWS answers on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
  private int port = 4566;

  @Option(
      names = "--api-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      description = "Where Drawbridge's API answers on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
  private int apiPort = 4567;

  @Option(
      names = "--pages-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      description = "Where Drawbridge's pages answer on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
  private int pagesPort = 4568;

  @Option(
      names = "--page-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      description = "Where the lab's own page answers on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
  private int pagePort = 4569;

  @Mixin private WorldOptions world;

  @Override
  public Integer call() throws InterruptedException {
    Stage.requireFree(); // a second lab on the machine is told of the first, not of its ports
    requireFree("AWS", "--port", port);
    requireFree("the API", "--api-port", apiPort);
    requireFree("the pages", "--pages-port", pagesPort);
    requireFree("the lab's page", "--page-port", pagePort);
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    // A signal ends the JVM once its hooks have: the hook waits until everything is closed. It may
    // not wait for the main thread itself, which by then stands still in System.exit.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(told, closed)));
    try (Stage stage = world.stage();
        ServedPages pages = new ServedPages(stage.scenario(), pagesPort);
        LoopbackServer door =
            serve("AWS", "--port", stage.scenario().world().door()::handle, port);
        LoopbackServer api =
            serve("the API", "--api-port", stage.scenario().api()::handle, apiPort);
        LabPage page =
            new LabPage(stage.scenario(), pagePort, pages.url(), new StageKill(stage, true))) {
      stage.scenario().installation().startSchedules(Duration.ofMinutes(1));
      announce(stage, door);
      announce(LabPeople.of(stage.scenario()), api);
      announce(
          "The pages, for a browser: sign in as grace or joan, no password (docs/pages.md).",
          pages.url());
      announce(
          "This lab, live: databases, executions, targets, a button that kills the writer.",
          page.url());
      told.await();
      return 0;
    } finally {
      closed.countDown();
    }
  }

  /** Asked before the databases start, which takes a while. */
  private static void requireFree(String what, String option, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw taken(what, option, port, e);
    }
  }

  private static LoopbackServer serve(
      String what, String option, LoopbackServer.Handler handler, int port) {
    try {
      return new LoopbackServer(handler, port);
    } catch (IOException e) {
      throw taken(what, option, port, e);
    }
  }

  private static LabException taken(String what, String option, int port, IOException e) {
    return new LabException(
        "cannot serve %s on 127.0.0.1:%d; choose another port with %s"
            .formatted(what, port, option),
        e);
  }

  private void announce(LabPeople people, LoopbackServer api) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("# Drawbridge's own API and some people to call it (docs/api.md).");
    people.variables(api.url()).forEach((name, value) -> out.printf("export %s=%s%n", name, value));
    out.println();
    out.println(
        "# In a shell of their own, for ./drawbridge request, status, approve and the rest:");
    people
        .lines(api.url(), Scenario.PROVIDER.region())
        .forEach((who, line) -> out.printf("# To be %s:%n%s%n", who, line));
    out.println();
    out.flush();
  }

  private void announce(String what, String url) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("# %s%n# %s/%n%n", what, url);
    out.flush();
  }

  private void announce(Stage stage, LoopbackServer door) {
    InetSocketAddress dns = stage.dns();
    PrintWriter out = spec.commandLine().getOut();
    out.println(world.delays().explanation());
    out.printf("dns %s:%d%n", dns.getAddress().getHostAddress(), dns.getPort());
    out.printf("ready: AWS answers at %s%n%n", door.url());
    out.print(
        """
        # The provider's account; for the consumer's, AWS_ACCESS_KEY_ID=%s
        export AWS_ENDPOINT_URL=%s AWS_REGION=%s AWS_DEFAULT_REGION=%s
        export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=unused
        # The consumer's application is host %s of %s; a database client that
        # connects to an endpoint from any address without a host counts as it.
        # The database user is %s, and so is its password.

        aws --endpoint-url $AWS_ENDPOINT_URL rds describe-db-clusters
        aws --endpoint-url $AWS_ENDPOINT_URL stepfunctions start-execution \\
          --state-machine-arn %s \\
          --input '{"databaseIdentifier": "orders", "consumerAccountId": "%s"}'
        dig +short @%s -p %d %s

        Ctrl-C, or a signal TERM, stops everything.

        """
            .formatted(
                Scenario.CONSUMER.account(),
                door.url(),
                Scenario.PROVIDER.region(),
                Scenario.PROVIDER.region(),
                Scenario.PROVIDER.account(),
                stage.scenario().consumer().appAddress(),
                stage.scenario().consumer().vpc().id(),
                Dialect.APPLICATION,
                stage.scenario().installation().arn("OnboardConsumerStateMachine"),
                Scenario.CONSUMER.account(),
                dns.getAddress().getHostAddress(),
                dns.getPort(),
                stage.scenario().world().rds().writerName(stage.database())));
    out.flush();
  }

  private static void stop(CountDownLatch told, CountDownLatch closed) {
    told.countDown();
    try {
      closed.await(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
