package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.drawbridge.lab.issuer.IdTokenMaker;
import dev.drawbridge.simulator.door.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages in a real browser, driven by {@code lab/src/test/browser/pages.mjs}, which also asks
 * axe about every page that it sees and keeps a picture of it in {@code lab/target/screenshots}.
 */
class PagesBrowserIT {
  private static final Path HOME = Path.of(System.getProperty("drawbridge.home"));
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

  private static void drive(String play, String url) {
    Process node = null;
    try {
      node =
          new ProcessBuilder(
                  "node", HOME.resolve("lab/src/test/browser/pages.mjs").toString(), play, url)
              .directory(HOME.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(said).isTrue();
      assertThat(node.exitValue()).as(said).isZero();
    } catch (IOException e) {
      throw new AssertionError("node is needed to drive a browser", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      if (node != null) {
        node.destroyForcibly();
      }
    }
  }
}
