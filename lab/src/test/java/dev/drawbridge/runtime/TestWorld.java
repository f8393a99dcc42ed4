package dev.drawbridge.runtime;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.door.Door;
import dev.drawbridge.simulator.door.InMemoryHttpClient;
import dev.drawbridge.simulator.dynamodb.DynamoDbService;
import dev.drawbridge.simulator.dynamodb.DynamoDbSettings;
import dev.drawbridge.simulator.kms.KmsService;
import dev.drawbridge.simulator.operation.Registry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Workers over real SDK clients: a simulated table and key, and runs that wait for answers. */
public final class TestWorld {
  static final String ACCOUNT = "111111111111";
  static final String REGION = "eu-central-1";

  public final VirtualScheduler time =
      new VirtualScheduler(Instant.parse("2026-11-22T12:00:00Z"), 1);
  public final DynamoDbService table = new DynamoDbService(time, DynamoDbSettings.published());
  public final WaitingExecutions runs = new WaitingExecutions();
  public final Environment environment;
  private final Caller provider = new Caller(ACCOUNT, REGION, "root");

  public TestWorld() {
    table.createTable(provider, "drawbridge", "pk", Optional.of("sk"), Optional.of("expiresAt"));
    Registry registry =
        new Registry(List.of(table.service(), new KmsService(time).service(), runs.service()));
    Door door = new Door(time, registry, new CallLog(), new Faults(), Duration.ZERO);
    Clients clients =
        new Clients(
            new Clients.Wiring(
                new InMemoryHttpClient(door),
                Region.of(REGION),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT, "secret")),
                BackoffStrategy.retryImmediately(),
                Optional.empty()));
    String key = clients.kms().createKey().keyMetadata().arn();
    environment =
        new Environment(
            new Settings(
                Map.of(
                    Settings.TABLE,
                    "drawbridge",
                    Settings.KEY,
                    key,
                    Settings.CONNECTIONS_TOPIC,
                    "arn:aws:sns:%s:%s:connections".formatted(REGION, ACCOUNT),
                    Settings.PEOPLE_TOPIC,
                    "arn:aws:sns:%s:%s:people".formatted(REGION, ACCOUNT),
                    Settings.OFFBOARDING_STATE_MACHINE,
                    "arn:aws:states:%s:%s:stateMachine:offboard-consumer:live"
                        .formatted(REGION, ACCOUNT))),
            clients,
            name -> List.of(),
            time,
            time.random());
  }

  /** The same with one more setting. */
  public Environment with(String setting, String value) {
    Map<String, String> settings = new HashMap<>();
    for (String each : List.of(Settings.TABLE, Settings.KEY, Settings.PEOPLE_TOPIC)) {
      settings.put(each, environment.settings().required(each));
    }
    settings.put(setting, value);
    return new Environment(
        new Settings(settings),
        environment.clients(),
        environment.resolver(),
        environment.clock(),
        environment.random());
  }

  /** Everything in the table, as text: for tests that look for secrets. */
  public String contents() {
    return table.items(provider, "drawbridge").toString();
  }
}
