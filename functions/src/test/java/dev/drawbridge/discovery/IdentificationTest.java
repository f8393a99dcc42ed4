package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.discovery.Identification.Successor;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentificationTest {
  private static final String NAME = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final DatabaseFacts BLUE = database(NAME + "-old1", "blue");
  private static final DatabaseFacts GREEN = database(NAME, "green");
  private static final DatabaseFacts STRANGER = database(NAME, "stranger");

  private final List<DatabaseFacts> there = new ArrayList<>();
  private Successor successor = Successor.NONE;
  private @Nullable String recorded;

  @Test
  void a_known_id_under_another_name_is_a_renaming() {
    there.add(BLUE);
    assertThat(standing()).isEqualTo(Standing.RENAMED);
    there.add(STRANGER);
    assertThat(standing()).isEqualTo(Standing.RENAMED);
  }

  @Test
  void what_a_deployment_names_is_followed_and_never_what_was_before_it() {
    there.addAll(List.of(BLUE, GREEN));
    successor = new Successor(true, Optional.of(GREEN));
    assertThat(found().facts()).contains(GREEN);
    there.remove(GREEN);
    successor = new Successor(true, Optional.empty());
    assertThat(standing()).isEqualTo(Standing.SUCCESSOR_GONE);
  }

  @Test
  void a_namesake_of_the_successor_is_not_the_successor() {
    recorded = "green";
    there.addAll(List.of(BLUE, STRANGER));
    successor = new Successor(true, Optional.of(STRANGER));
    assertThat(standing()).isEqualTo(Standing.SUCCESSOR_GONE);
    there.remove(BLUE);
    assertThat(standing()).isEqualTo(Standing.REPLACED);
  }

  @Test
  void a_successor_that_was_told_of_is_followed_under_another_name_and_without_its_deployment() {
    recorded = "green";
    DatabaseFacts renamed = database(NAME + "-moved", "green");
    there.addAll(List.of(BLUE, renamed));
    assertThat(found().facts()).contains(renamed);
    assertThat(standing()).isEqualTo(Standing.SWITCHED_OVER);
    there.remove(renamed);
    assertThat(standing()).as("the deployment was deleted too").isEqualTo(Standing.SUCCESSOR_GONE);
  }

  @Test
  void what_bears_the_name_of_a_renamed_database_takes_its_place_once_that_is_gone() {
    there.addAll(List.of(BLUE, STRANGER));
    Identification found = found();
    Identification stranger = new Identification(Standing.PRESENT, Optional.of(STRANGER));
    assertThat(found.orInItsPlace(NAME, "blue", () -> stranger)).as("no change").isEqualTo(found);
    assertThatThrownBy(() -> found.orInItsPlace(NAME, "stranger", () -> stranger))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("is there, with the resource id blue");
    there.remove(BLUE);
    assertThat(found().orInItsPlace(NAME, "stranger", () -> stranger)).isEqualTo(stranger);
  }

  @Test
  void a_database_under_its_own_name_gives_way_to_nobody() {
    Identification found = new Identification(Standing.PRESENT, Optional.of(GREEN));
    assertThatThrownBy(() -> found.orInItsPlace(NAME, "stranger", () -> found))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("is there, with the resource id green");
  }

  private Standing standing() {
    return found().standing();
  }

  private Identification found() {
    return Identification.of(
        "blue",
        NAME,
        new Identification.Truth() {
          @Override
          public Optional<DatabaseFacts> named() {
            return there.stream().filter(each -> each.arn().equals(NAME)).findFirst();
          }

          @Override
          public Optional<DatabaseFacts> bearing(String resourceId) {
            return there.stream().filter(each -> each.resourceId().equals(resourceId)).findFirst();
          }

          @Override
          public Successor successor(DatabaseFacts known) {
            return successor;
          }

          @Override
          public Optional<String> recorded(String resourceId) {
            return Optional.ofNullable(recorded);
          }
        });
  }

  private static DatabaseFacts database(String arn, String resourceId) {
    return Truths.cluster(arn, resourceId, "aurora-postgresql");
  }
}
