package dev.drawbridge.workflows;

import dev.drawbridge.workflows.policy.Grants;
import dev.drawbridge.workflows.policy.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A state machine: its name and its definition, which ships as a resource beside this class.
 *
 * @param name for example {@code onboard-consumer}; the file is {@code onboard-consumer.asl.json}
 * @param placeholder stands for its ARN in the definitions of others
 */
public record StateMachine(String name, String placeholder) {
  /**
   * Stands for the partition in the ARNs of Step Functions' own integrations: in China and GovCloud
   * a task whose resource begins with {@code arn:aws:} fails.
   */
  public static final String PARTITION = "Partition";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

  /** The machine that makes a database's path follow it. */
  public static final StateMachine REFRESH =
      new StateMachine("refresh-targets", "RefreshTargetsStateMachine");

  /** The machine that gives a consumer a path. */
  public static final StateMachine ONBOARD =
      new StateMachine("onboard-consumer", "OnboardConsumerStateMachine");

  /** The machine that takes it away again. */
  public static final StateMachine OFFBOARD =
      new StateMachine("offboard-consumer", "OffboardConsumerStateMachine");

  /** What the machine's role may do: invoke the workers that it names, and run its children. */
  public List<Statement> permissions() {
    List<String> functions = placeholders().stream().filter(each -> child(each).isEmpty()).toList();
    return Stream.concat(
            Grants.invoke(functions).stream(),
            placeholders().stream()
                .flatMap(each -> child(each).stream())
                .map(StateMachine::name)
                .flatMap(
                    machine ->
                        Stream.of(Grants.start(machine), Grants.await(machine))
                            .flatMap(List::stream)))
        .toList();
  }

  private static Optional<StateMachine> child(String placeholder) {
    return Stream.of(REFRESH, ONBOARD, OFFBOARD)
        .filter(machine -> machine.placeholder().equals(placeholder))
        .findFirst();
  }

  /** The definition, with placeholders: the very file that is deployed. */
  public String definition() {
    String file = name + ".asl.json";
    try (InputStream in = StateMachine.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /**
   * Every placeholder of the definition that stands for a worker or another machine, in the order
   * of first use.
   */
  public List<String> placeholders() {
    return PLACEHOLDER
        .matcher(definition())
        .results()
        .map(m -> m.group(1))
        .filter(each -> !each.equals(PARTITION))
        .distinct()
        .toList();
  }

  /**
   * The definition with every placeholder replaced.
   *
   * @param partition for example {@code aws-cn}
   * @throws IllegalArgumentException naming a placeholder that {@code arns} lacks
   */
  public String bound(String partition, Map<String, String> arns) {
    return PLACEHOLDER
        .matcher(definition())
        .replaceAll(
            match -> {
              String placeholder = match.group(1);
              String arn = placeholder.equals(PARTITION) ? partition : arns.get(placeholder);
              if (arn == null) {
                throw new IllegalArgumentException("no ARN for placeholder " + match.group());
              }
              return Matcher.quoteReplacement(arn);
            });
  }
}
