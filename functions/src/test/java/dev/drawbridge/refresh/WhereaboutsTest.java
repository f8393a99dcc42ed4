package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.discovery.Truths;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.runtime.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

class WhereaboutsTest {
  private static final TargetState WRITER = held("10.0.0.1");
  private static final TargetState PAYROLL = held("10.0.0.9");
  private static final DatabaseFacts ORDERS =
      Truths.cluster("arn:aws:rds:eu-central-1:111111111111:cluster:orders", "cluster-1", "mysql");
  private static final Resolution NOW =
      new Resolution(Truths.resolved(Truths.writer("10.0.0.1")), Optional.empty(), List.of());

  private final List<String> lookedUp = new ArrayList<>();
  private final NameResolver resolver =
      name -> {
        lookedUp.add(name);
        return List.of(name.replace(".rds", ""));
      };

  @Test
  void no_name_is_looked_up_where_the_only_instance_is_in_both_groups() {
    assertThat(anothers(WRITER, WRITER)).isEmpty();
    assertThat(lookedUp).isEmpty();
  }

  @Test
  void a_target_of_another_database_is_anothers_beside_it() {
    assertThat(anothers(WRITER, PAYROLL, WRITER)).containsExactly(PAYROLL.target());
  }

  private List<Target> anothers(TargetState... held) {
    NamedInstance payroll = new NamedInstance("payroll-1", "db-9", "", "10.0.0.9", "vpc-0");
    return new Whereabouts(new VpcSubnets(environment()), List.of(payroll), resolver)
        .anothers(ORDERS, NOW, List.of(held), new TargetGroups("writers", "readers", "vpc-0"));
  }

  /** Nothing here calls AWS. */
  private Environment environment() {
    Clients clients =
        new Clients(
            new Clients.Wiring(
                UrlConnectionHttpClient.create(),
                Region.EU_CENTRAL_1,
                AnonymousCredentialsProvider.create(),
                BackoffStrategy.retryImmediately(),
                Optional.empty()));
    return new Environment(
        new Settings(Map.of()),
        clients,
        resolver,
        InstantSource.system(),
        RandomGenerator.getDefault());
  }

  private static TargetState held(String address) {
    return new TargetState(new Target(address, 3306), "healthy", "");
  }
}
