package dev.drawbridge.lab.installation;

import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.apigateway.RestApi;
import dev.drawbridge.simulator.apigateway.Route;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.workflows.Catalogue;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The pages of an installation, as the CDK application deploys them.
 *
 * @param url where browsers find them
 * @param issuer whom people sign in with
 */
public record Pages(String url, String issuer) {
  /** Where they would be on AWS: nothing answers there. */
  static final Pages ELSEWHERE =
      new Pages("https://pages.drawbridge.test/live", "https://issuer.drawbridge.test");

  /** What the issuer knows them by. */
  private static final String CLIENT = "drawbridge";

  Map<String, String> variables() {
    return Map.of(Settings.PAGES_URL, url, Settings.ISSUER, issuer, Settings.CLIENT_ID, CLIENT);
  }

  /**
   * The API behind them, which nobody signs.
   *
   * @param functionArn the ARN of each worker, by name
   */
  static RestApi api(Caller owner, UnaryOperator<String> functionArn) {
    return new RestApi(
        "drawbridge-pages",
        owner.account(),
        owner.region(),
        "live",
        Catalogue.pageRoutes().stream()
            .map(
                route ->
                    new Route(
                        route.method(), route.path(), functionArn.apply(route.worker()), false))
            .toList(),
        Optional.empty(),
        Map.of());
  }
}
