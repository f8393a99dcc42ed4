package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people who answer one question at the same time, each in a browser. */
class DecisionsAtOnceTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void of_two_decisions_at_once_one_is_recorded(long seed) {
    try (PagesWorld world = new PagesWorld(seed)) {
      PagesWorld.Asked asked = world.ask();
      Map<String, Integer> statuses = new ConcurrentHashMap<>();
      for (String name : List.of("grace", "joan")) {
        Browser person = world.browser();
        Browser.Reply page = person.signIn(name, asked.path());
        String decision = name.equals("grace") ? "approve" : "deny";
        Map<String, String> form = asked.form(page, decision);
        world
            .scenario()
            .world()
            .scheduler()
            .spawn(name, () -> statuses.put(name, person.post(asked.path(), form).status()));
      }
      world.scenario().world().scheduler().await(() -> statuses.size() == 2, PagesWorld.HOUR);
      assertThat(statuses.values()).containsExactlyInAnyOrder(303, 409);
      boolean yes = Integer.valueOf(303).equals(statuses.get("grace"));
      assertThat(asked.run().end(PagesWorld.HOUR).statusAsString())
          .isEqualTo(yes ? "SUCCEEDED" : "FAILED");
    }
  }
}
