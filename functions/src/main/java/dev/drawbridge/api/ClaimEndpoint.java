package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.StrictFields;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code POST /onboardings/{id}/endpoints}: a consumer says, by a call signed in its account, which
 * endpoint is its own. One that AWS does not show at the database's service is nobody's. Calls: 1
 * to EC2, and 5 to the table and more where others change it.
 */
public final class ClaimEndpoint extends ApiWorker {
  private static final Pattern ENDPOINT = Pattern.compile("vpce-[0-9a-f]{8,17}");
  private static final int MOST = 20;
  private static final int TRIES = 5;

  private final Onboardings onboardings;
  private final NamedOnboarding named;
  private final Exposures exposures;
  private final Connections connections;
  private final Standings standings;
  private final Allowance allowance;

  public ClaimEndpoint() {
    this(Environment.lambda());
  }

  public ClaimEndpoint(Environment environment) {
    super(environment);
    this.onboardings = Stores.onboardings(environment);
    this.named = new NamedOnboarding(environment);
    this.exposures = Stores.exposures(environment);
    this.connections = new Connections(environment.clients());
    this.standings = new Standings(environment);
    this.allowance = new Allowance(environment);
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    String id = call.path("id", OnboardingId.FORM);
    Access access = access(call);
    Onboarding seen = visible(call, access, id);
    if (!access.mayClaim(call.caller(), seen)) {
      throw Refusal.forbidden(
          "an endpoint of account %s is claimed by a call signed in that account"
              .formatted(seen.key().consumerAccountId()));
    }
    StrictFields fields = new StrictFields(call.json());
    String endpoint =
        fields.text(
            "endpointId", ENDPOINT, "expected the id of an endpoint: vpce-0123456789abcdef0");
    fields.end();
    if (seen.claimedEndpoints().contains(endpoint)) {
      return ProxyAnswer.json(
          200,
          access.shown(call.caller(), standings.view(seen))); // said again: AWS need not be asked
    }
    allowance.takeEndpoint(call.caller().account(), endpoint);
    List<String> there = there(seen.key());
    if (!there.contains(endpoint)) {
      throw new Conflict(
          "endpointId: %s is refused; no endpoint of this id of account %s asks for the service of database %s: create it, and claim it then"
              .formatted(endpoint, seen.key().consumerAccountId(), seen.key().databaseName()));
    }
    return ProxyAnswer.json(
        200, access.shown(call.caller(), standings.view(claim(call, access, id, endpoint, there))));
  }

  /** Endpoints of the account that wait at the database's service, or are accepted there. */
  private List<String> there(OnboardingKey key) {
    Exposure.Path path = exposures.findOrFirst(key.databaseArn()).path();
    return path == null
        ? List.of()
        : connections.of(path.serviceId(), key.consumerAccountId()).stream()
            .filter(connection -> connection.state().stands())
            .map(Connection::endpointId)
            .toList();
  }

  private Onboarding claim(
      ApiCall call, Access access, String id, String endpoint, List<String> there) {
    for (int i = 0; i < TRIES; i++) {
      Onboarding held = visible(call, access, id);
      List<String> claimed = new ArrayList<>(held.claimedEndpoints());
      if (claimed.contains(endpoint)) {
        return held;
      }
      if (claimed.size() >= MOST) {
        claimed.retainAll(there); // an endpoint that is gone never comes back
      }
      if (claimed.size() >= MOST) {
        throw new Conflict(
            "endpointId: %s is refused; %d endpoints are claimed for onboarding %s, which is the most"
                .formatted(endpoint, claimed.size(), id));
      }
      claimed.add(endpoint);
      Onboarding next = held.claiming(claimed);
      if (onboardings.replace(held, next)) {
        return next;
      }
    }
    throw new TransientFailure("others kept changing onboarding %s; ask again".formatted(id));
  }

  private Onboarding visible(ApiCall call, Access access, String id) {
    return named.find(id, call.caller(), access, access::maySee);
  }
}
