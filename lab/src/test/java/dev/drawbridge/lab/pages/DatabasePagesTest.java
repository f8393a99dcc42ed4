package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an owner reads of a database, and what nobody else does. */
class DatabasePagesTest {
  private final PagesWorld world = new PagesWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_owner_reads_settings_findings_consumers_and_how_to_connect() {
    world.scenario().expose(RequestText.ofOwner("orders").with("instancePorts", true));
    PagesWorld.Asked asked = world.ask();
    Browser ada = world.browser();
    Browser.Reply page = ada.signIn("ada", "/databases/orders");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("arn:aws:rds:eu-central-1:111111111111:cluster:orders", "A run works on its path")
        .contains("<dt>enforcement</dt><dd><code>off</code></dd>", "vpce-svc-")
        .doesNotContain("jdbc:");

    Browser grace = world.browser();
    grace.post(asked.path(), asked.form(grace.signIn("grace", asked.path()), "approve"));
    assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
    ada.signIn("ada", "/databases/orders");
    assertThat(ada.get("/databases/orders").text())
        .contains("Sound.", "There is nothing to report.", "Its path is open and was verified.")
        .contains("jdbc:", ":3307", ":3306", "arn:aws:iam::222222222222:root")
        .contains("<dt>Port of orders-2</dt><dd><code>3309</code></dd>")
        .contains("Connection strings to paste", "MariaDB Connector/J", "jdbc:mysql:loadbalance://")
        .contains("ProxySQL", "signed for orders.cluster-")
        .contains("$16.43 a month for the load balancer", "by GB $0.006 and $0.01")
        .doesNotContain("<form method=\"post\" action=\"" + PagesWorld.BASE + "/databases");

    world.scenario().installation().startSchedules(Duration.ofMinutes(1));
    world.scenario().world().scheduler().pause(Duration.ofMinutes(15));
    assertThat(ada.get("/databases").text())
        .contains(PagesWorld.BASE + "/databases/orders", "nothing to report, seen");
    world
        .scenario()
        .installation()
        .clientsOf("somebody")
        .elb()
        .deleteListener(r -> r.listenerArn(listener()));
    assertThat(ada.get("/databases/orders").text()).contains("Not sound.", "cuts</span> since");
    assertThat(ada.head("/databases/orders").text()).isEmpty();
  }

  @Test
  void a_database_that_nobody_asked_for_is_shown_as_it_would_be() {
    Browser ada = world.browser();
    assertThat(ada.signIn("ada", "/databases/orders").text())
        .contains(
            "Not exposed.", "Nobody has asked for a path to it yet.", "Nobody has decided any");
    assertThat(ada.get("/databases").text()).contains("There is none yet.");
    Browser.Reply none = ada.get("/databases/invoices");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text()).contains("There is no such database");
    assertThat(ada.get("/databases/" + "..%2f").status()).isIn(403, 404);
    world.scenario().provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "invoices"));
    assertThat(ada.get("/databases/invoices").text()).contains("Not exposed.");
  }

  @Test
  void a_database_whose_record_nobody_can_read_has_a_page_that_says_so_and_an_alarm() {
    String arn = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
    ByHand.put(
        world.scenario(),
        Map.of(
            "pk", AttributeValue.fromS("exposure#" + arn),
            "sk", AttributeValue.fromS("exposure")));

    Browser.Reply page = world.browser().signIn("ada", "/databases/orders");

    assertThat(page.status()).isEqualTo(500);
    assertThat(page.text()).contains("A record cannot be read", "ItemNotShown").doesNotContain(arn);
    assertThat(world.scenario().log())
        .anyMatch(line -> line.contains("\"UnreadableItems\":1"))
        .anyMatch(line -> line.contains("item exposure#" + arn));
  }

  @Test
  void an_approver_and_a_stranger_read_nothing_of_a_database() {
    for (String person : new String[] {"grace", "eve"}) {
      Browser browser = world.browser();
      for (String path : new String[] {"/databases", "/databases/orders", "/databases/invoices"}) {
        Browser.Reply page = browser.signIn(person, path);
        assertThat(page.status()).as("%s %s", person, path).isEqualTo(403);
        assertThat(page.text()).contains("not one of the installation").doesNotContain("cluster:");
      }
    }
    Browser nobody = world.browser();
    assertThat(Browser.location(nobody.get("/databases/orders")))
        .isEqualTo(PagesWorld.BASE + "/sign-in?database=orders");
    assertThat(nobody.post("/databases/orders", Map.of()).status()).isIn(403, 404, 405);
  }

  private String listener() {
    var elb = world.scenario().installation().clientsOf("somebody").elb();
    String balancer = elb.describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
    return elb.describeListeners(r -> r.loadBalancerArn(balancer))
        .listeners()
        .getFirst()
        .listenerArn();
  }
}
