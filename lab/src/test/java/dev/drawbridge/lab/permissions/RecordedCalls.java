package dev.drawbridge.lab.permissions;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
import dev.drawbridge.simulator.iam.Judgement;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps what IAM was asked and allowed in every scenario of every test: an extension that JUnit
 * finds by itself. Each of surefire's processes keeps a file of its own when its tests are over;
 * {@link RecordedCallsTest} runs after them all and reads the files.
 */
public final class RecordedCalls implements AfterEachCallback, AfterAllCallback {
  /** How the files begin; the number of surefire's process follows. */
  static final String FILES = "recorded-";

  private static final String KEYS = Scenario.PROVIDER.arn("kms", "key/");

  /**
   * What stands in the placeholders of policies: of all scenarios, though each has its own keys.
   */
  static final Map<String, String> VALUES =
      Map.of(
          "AWS::Partition",
          "aws",
          "AWS::Region",
          Scenario.PROVIDER.region(),
          "AWS::AccountId",
          Scenario.PROVIDER.account(),
          "Prefix",
          "",
          "Installation",
          Names.PREFIX,
          "Table",
          Scenario.PROVIDER.arn("dynamodb", "table/drawbridge"),
          "TokenKey",
          KEYS + "tokens",
          "TopicKey",
          KEYS + "topics",
          "PeopleTopic",
          Scenario.PROVIDER.arn("sns", "drawbridge-people"));

  private static final Map<String, Set<Authorization>> BY_ROLE = new LinkedHashMap<>();

  private static int kept = -1;

  /**
   * Records a scenario that no field of a test holds, and keeps nothing of it: there may be
   * hundreds, and some at once.
   */
  public static Scenario watched(Scenario scenario) {
    scenario.world().access().observe(RecordedCalls::add);
    return scenario;
  }

  @Override
  public void afterEach(ExtensionContext context) throws IllegalAccessException {
    Object test = context.getRequiredTestInstance();
    for (Field field : test.getClass().getDeclaredFields()) {
      if (field.getType() == Scenario.class && field.trySetAccessible()) {
        ((Scenario) field.get(test)).world().access().judgements().forEach(RecordedCalls::add);
      }
    }
  }

  /** All so far, each time anew: which class is this process's last is not known here. */
  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    String process = System.getProperty("drawbridge.recording");
    if (process != null && kept < size()) {
      kept = size();
      CallFile.write(FILES + process + ".json", BY_ROLE);
    }
  }

  private static synchronized int size() {
    return BY_ROLE.values().stream().mapToInt(Set::size).sum();
  }

  private static synchronized void add(Judgement judged) {
    if (judged.decision() == Decision.ALLOWED) {
      BY_ROLE
          .computeIfAbsent(judged.role(), role -> new LinkedHashSet<>())
          .add(withOneKey(judged.asked()));
    }
  }

  /**
   * SNS uses the topics' key in the caller's name; what a worker uses itself is the tokens' key.
   */
  private static Authorization withOneKey(Authorization asked) {
    if (!asked.resource().startsWith(KEYS)) {
      return asked;
    }
    return asked.on(KEYS + (asked.context().containsKey("kms:ViaService") ? "topics" : "tokens"));
  }
}
