package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.drawbridge.lab.issuer.IdTokenMaker;
import dev.drawbridge.simulator.door.LoopbackServer;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages in a real browser, driven by {@code lab/src/test/browser/pages.mjs}, which also asks
 * axe about every page that it sees and keeps a picture of it in {@code lab/target/screenshots}.
 */
class PagesBrowserIT {
  private static final long PATIENCE_SECONDS = 120;

  @ParameterizedTest
  @ValueSource(strings = {"approve", "scriptless", "keyboard", "narrow"})
  void a_yes_ends_well(String play) {
    try (PagesWorld world = new PagesWorld();
        LoopbackServer server = world.serve()) {
      PagesWorld.Asked asked = world.ask();
      drive(play, server.url() + asked.path());
      assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void a_no_ends_the_run() {
    try (PagesWorld world = new PagesWorld();
        LoopbackServer server = world.serve()) {
      PagesWorld.Asked asked = world.ask();
      drive("deny", server.url() + asked.path());
      assertThat(asked.run().end(PagesWorld.HOUR).error()).contains("Denied");
    }
  }

  @Test
  void the_second_decision_sees_the_first() {
    try (PagesWorld world = new PagesWorld();
        LoopbackServer server = world.serve()) {
      PagesWorld.Asked asked = world.ask();
      drive("second", server.url() + asked.path());
      assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void a_quorum_of_two_takes_two_people() {
    try (PagesWorld world = new PagesWorld();
        LoopbackServer server = world.serve()) {
      PagesWorld.Asked asked = world.askByHand();
      drive("two", server.url() + asked.path());
      assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void a_question_that_has_expired_shows_no_form() {
    try (PagesWorld world = new PagesWorld();
        LoopbackServer server = world.serve()) {
      PagesWorld.Asked asked = world.ask();
      world.scenario().world().scheduler().pause(Duration.ofDays(8));
      drive("expired", server.url() + asked.path());
    }
  }

  @Test
  void a_sign_in_with_a_wrong_signature_is_refused() {
    UnaryOperator<IdTokenMaker> forger =
        maker -> {
          try {
            return new IdTokenMaker(new ECKeyGenerator(Curve.P_256).keyID("demo").generate());
          } catch (JOSEException e) {
            throw new AssertionError(e);
          }
        };
    try (PagesWorld world = new PagesWorld(forger);
        LoopbackServer server = world.serve()) {
      drive("forged", server.url() + world.ask().path());
    }
  }

  @Test
  void an_owner_reads_a_database_and_an_approver_does_not() {
    try (PagesWorld world = new PagesWorld();
        LoopbackServer server = world.serve()) {
      PagesWorld.Asked asked = world.ask();
      world.inbox().approve(asked.question());
      assertThat(asked.run().end(PagesWorld.HOUR).statusAsString()).isEqualTo("SUCCEEDED");
      drive("owner", server.url() + "/databases/orders");
      drive("stranger", server.url() + "/databases/orders");
    }
  }

  private static void drive(String play, String url) {
    BrowserScript.start("pages.mjs", play, url).end(PATIENCE_SECONDS);
  }
}
