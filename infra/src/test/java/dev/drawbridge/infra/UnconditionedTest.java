package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import dev.drawbridge.workflows.policy.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mutating calls that any resource of a kind would do for are exceptions, each with its reason. */
class UnconditionedTest {
  private static final Path EXCEPTIONS = Path.of("judges", "unconditioned.txt");
  private static final Pattern LOOKS = Pattern.compile("[\\w-]+:(Describe|Get|List|Query).*");

  @Test
  void only_listed_exceptions_are_not_narrowed_and_each_is_needed() throws IOException {
    Set<String> listed =
        exceptions().stream()
            .map(fields -> String.join(" ", fields.subList(0, 3)))
            .collect(Collectors.toSet());
    assertThat(
            Catalogue.workers().stream()
                .flatMap(UnconditionedTest::wide)
                .collect(Collectors.toSet()))
        .isEqualTo(listed);
  }

  @Test
  void every_exception_has_a_reason() throws IOException {
    assertThat(exceptions()).allMatch(fields -> fields.size() == 4 && fields.get(3).length() > 20);
  }

  private static Stream<String> wide(WorkerFunction worker) {
    return worker.permissions().stream()
        .filter(statement -> statement.conditions().isEmpty())
        .flatMap(
            statement ->
                statement.resources().stream()
                    .filter(UnconditionedTest::isAnyOfAKind)
                    .flatMap(resource -> mutating(worker, statement, resource)));
  }

  private static Stream<String> mutating(
      WorkerFunction worker, Statement statement, String resource) {
    return statement.actions().stream()
        .filter(action -> !LOOKS.matcher(action).matches())
        .map(action -> "%s %s %s".formatted(worker.name(), action, kind(resource)));
  }

  private static boolean isAnyOfAKind(String resource) {
    return resource.equals("*") || resource.matches(".*:[a-z-]+[/:]\\*");
  }

  private static String kind(String resource) {
    return resource.replaceAll("^.*:([a-z-]+)[/:]\\*$", "$1");
  }

  private static List<List<String>> exceptions() throws IOException {
    return Files.readAllLines(EXCEPTIONS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" \\| ", -1)))
        .toList();
  }
}
