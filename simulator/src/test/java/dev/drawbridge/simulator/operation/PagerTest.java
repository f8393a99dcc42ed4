package dev.drawbridge.simulator.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagerTest {
  private static final List<String> ROWS = List.of("a", "b", "c", "d", "e");

  private final Pager pager =
      new Pager(
          asked -> asked == null ? 2 : asked, token -> ServiceError.client("BadToken", token));

  @Test
  void pages_follow_one_another_until_the_last_has_no_token() {
    Page<String> first = pager.page(ROWS, null, null);
    Page<String> second = pager.page(ROWS, null, first.next());
    Page<String> third = pager.page(ROWS, null, second.next());

    assertThat(first.rows()).containsExactly("a", "b");
    assertThat(second.rows()).containsExactly("c", "d");
    assertThat(third.rows()).containsExactly("e");
    assertThat(third.next()).isNull();
  }

  @Test
  void a_page_that_ends_with_the_list_is_the_last() {
    assertThat(pager.page(ROWS, 5, null).next()).isNull();
  }

  @Test
  void rows_that_went_since_the_token_was_given_are_no_error() {
    String token = pager.page(ROWS, 4, null).next();

    Page<String> rest = pager.page(ROWS.subList(0, 2), 4, token);

    assertThat(rest.rows()).isEmpty();
    assertThat(rest.next()).isNull();
  }

  @Test
  void a_token_that_was_never_given_is_refused_in_the_apis_own_words() {
    assertThatThrownBy(() -> pager.page(ROWS, null, "page--1"))
        .isInstanceOfSatisfying(
            ServiceError.class, error -> assertThat(error.code()).isEqualTo("BadToken"));
  }
}
