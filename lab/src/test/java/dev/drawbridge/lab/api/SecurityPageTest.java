package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names tests as its proof, so each of them has to be there. */
class SecurityPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

  @Test
  void every_test_that_the_page_names_exists() throws IOException {
    List<String> named =
        NAMED
            .matcher(Files.readString(ROOT.resolve("docs/security.md")))
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(named).hasSizeGreaterThan(15);
    assertThat(tests()).containsAll(named);
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> lab = Files.walk(ROOT.resolve("lab/src/test/java"));
        Stream<Path> functions = Files.walk(ROOT.resolve("functions/src/test/java"))) {
      return Stream.concat(lab, functions)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
