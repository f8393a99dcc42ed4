package dev.drawbridge.exposure;

import dev.drawbridge.aws.privatelink.ConnectionNotices;
import dev.drawbridge.plan.Digest;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;

/**
 * Has AWS tell our topic when a consumer's endpoint comes or goes. Calls: 1; where it does not yet,
 * 2 more, and 1 for each notification that somebody has disabled.
 */
public final class SubscribeConnections extends Worker<SubscribeConnections.Input, Subscription> {
  /** Input of SubscribeConnections. */
  public record Input(String databaseArn, String serviceId) {}

  private final ConnectionNotices notices;
  private final SettingsInForce settings;
  private final String topicArn;

  public SubscribeConnections() {
    this(Environment.lambda());
  }

  public SubscribeConnections(Environment environment) {
    super(Input.class);
    this.notices = new ConnectionNotices(environment.clients());
    this.settings = new SettingsInForce(environment);
    this.topicArn = environment.settings().required(Settings.CONNECTIONS_TOPIC);
  }

  @Override
  public Subscription handle(Input input) {
    settings.of(input.databaseArn());
    String serviceId = input.serviceId();
    return new Subscription(notices.find(serviceId, topicArn).orElseGet(() -> anew(serviceId)));
  }

  /** In the place of one that is disabled, if there is one: two would tell everything twice. */
  private String anew(String serviceId) {
    notices.delete(serviceId, topicArn);
    return notices.create(serviceId, topicArn, Digest.of(serviceId, topicArn));
  }
}
