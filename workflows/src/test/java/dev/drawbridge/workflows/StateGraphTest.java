package dev.drawbridge.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateGraphTest {
  private static final Path PAGE = Path.of("..", "docs", "state-machines.md");

  /** After a change of a definition: {@code mvn -pl workflows -am test -Dupdate.docs=true}. */
  @Test
  void the_page_of_state_machines_shows_the_definitions_that_are_deployed() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # State machines

            Generated from the definitions in `workflows/`; a test keeps this page equal to them. Full lines are
            transitions, dotted lines are what Catch does. Slanted boxes wait for a task token: the consumer, then a person.
            """);
    for (StateMachine machine : Catalogue.stateMachines()) {
      page.append("\n## ").append(machine.name()).append("\n\n```mermaid\n");
      page.append(StateGraph.mermaid(machine)).append("```\n");
    }
    return page.toString();
  }
}
