package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.evidence.Unconfirmed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnconfirmedPageTest {
  private static final Path PAGE = Path.of("..", "docs", "unconfirmed.md");
  private static final Path FRESH = Path.of("target", "unconfirmed.md");

  private record Explained(@Unconfirmed("a guess") Duration guess, Silent silent) {}

  private record Silent(int number) {}

  @Test
  void every_setting_says_what_it_rests_on() {
    assertThat(UnconfirmedPage.of(Settings.published()).unexplained()).isEmpty();
  }

  @Test
  void the_page_holds_every_assumption_and_nothing_else() throws IOException {
    String expected = UnconfirmedPage.of(Settings.published()).text();
    Files.writeString(FRESH, expected);

    assertThat(Files.readString(PAGE))
        .as("docs/unconfirmed.md; after a change of settings copy simulator/%s there", FRESH)
        .isEqualTo(expected);
  }

  @Test
  void a_setting_that_says_nothing_is_found_wherever_it_is_nested() {
    UnconfirmedPage page = UnconfirmedPage.of(new Explained(Duration.ofMinutes(90), new Silent(1)));

    assertThat(page.unexplained()).containsExactly("silent.number");
    assertThat(page.text()).contains("| `guess` | 90 min | a guess |");
  }
}
