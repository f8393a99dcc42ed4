package dev.drawbridge.exposure;

import dev.drawbridge.aws.privatelink.ConnectionNotices;
import dev.drawbridge.plan.Digest;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Has AWS tell our topic when a consumer's endpoint comes or goes. Calls: 1; where it does not yet,
 * 1 more, and 1 for each notification that is disabled.
 */
public final class SubscribeConnections extends Worker<SubscribeConnections.Input, Subscription> {
  /** Input of SubscribeConnections. */
  public record Input(String databaseArn, String serviceId) {}

  /** UNCONFIRMED how long EC2 remembers a token. A task is tried again for less. */
  private static final Duration TOKEN = Duration.ofMinutes(10);

  private final ConnectionNotices notices;
  private final SettingsInForce settings;
  private final String topicArn;
  private final InstantSource clock;

  public SubscribeConnections() {
    this(Environment.lambda());
  }

  public SubscribeConnections(Environment environment) {
    super(Input.class);
    this.notices = new ConnectionNotices(environment.clients());
    this.settings = new SettingsInForce(environment);
    this.clock = environment.clock();
    this.topicArn = environment.settings().required(Settings.CONNECTIONS_TOPIC);
  }

  @Override
  public Subscription handle(Input input) {
    settings.of(input.databaseArn());
    String serviceId = input.serviceId();
    ConnectionNotices.Found found = notices.find(serviceId, topicArn);
    return new Subscription(found.sent().orElseGet(() -> anew(serviceId, found.disabled())));
  }

  /** In the place of those that are disabled: two would tell everything twice. */
  private String anew(String serviceId, List<String> disabled) {
    disabled.forEach(notices::delete);
    return notices.create(serviceId, topicArn, Digest.of(serviceId, topicArn, minutes()));
  }

  /**
   * A token names one try and its repeats: for one that was used, EC2 may answer with what it made
   * then, though that is deleted ("Ensuring idempotency in Amazon EC2 API requests").
   */
  private String minutes() {
    long seconds = clock.instant().getEpochSecond();
    return String.valueOf(seconds / TOKEN.toSeconds());
  }
}
