package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;

/** An operator puts things on hold by the API. */
public final class OnHold {
  /** Why, as he says. */
  public static final String REASON = "we look into it";

  private OnHold() {}

  /**
   * Puts a database on hold, or ends that.
   *
   * @param database its identifier, or {@code *} for the whole installation
   */
  public static void put(Scenario scenario, String database, boolean on) {
    String body = on ? "{\"hold\":true,\"reason\":\"%s\"}".formatted(REASON) : "{\"hold\":false}";
    ApiCaller.Reply reply =
        scenario
            .caller(scenario.people().operator("ada@example.com"))
            .call("PUT", "/databases/" + database + "/hold", body);
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
  }
}
