package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.plan.StrictFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers has read what was written, and nothing else. */
class StatedPurposeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reports",
        "the shop's monthly figures, 10:30 \u2013 11:00",
        "\u041E\u0442\u0447\u0451\u0442\u044B: PDF-\u0444\u0430\u0439\u043B\u044B",
        "\u6CE8\u6587\u30C7\u30FC\u30BF\u306E\u96C6\u8A08",
        "\u05D3\u05D5\u05D7\u05D5\u05EA",
        "r\u00E9sum\u00E9s & caf\u00E9s",
        "latency of 10 \u00B5s",
        "see https://wiki.example.com/orders, ask ada@example.com",
        "\u2764\uFE0F for the shop"
      })
  void plain_words_of_any_language_pass(String purpose) {
    assertThat(read(purpose)).isEqualTo(purpose);
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0\u3000",
        "reports\nApproved by: Grace",
        "reports\u2028Approved by: Grace",
        "reports \u202Eyb devorppA",
        "reports \u2067x\u2069",
        "reports\u200Bx",
        "reports\u00ADx",
        "\u115F",
        "\u3164\u3164",
        "\u2800",
        "a\u034Fb",
        "a\uFE01b",
        "a\uDB40\uDC61b",
        "a\uDB40\uDD00b",
        "a\uE000b",
        "a\uD800b",
        "a\u0378b",
        "a\u0300\u0301\u0302\u0303",
        "for \u0430da@example.com",
        "for ada@ex\u0430mple.com",
        "https://\u0430\u0440\u0440\u04CF\u0435.com/approve",
        "www.\u0430\u0441\u043C\u0435.com",
        "for \u0430pple",
        "for \u0430\u0440\u0440\u04CF\u0435.com",
        "p\u03B1ypal"
      })
  void what_reads_as_another_text_than_it_is_is_refused(String purpose) {
    assertThatThrownBy(() -> read(purpose))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("purpose: ");
  }

  private static String read(String purpose) {
    StrictFields fields =
        new StrictFields(JsonNodeFactory.instance.objectNode().put("purpose", purpose));
    String read = StatedPurpose.read(fields);
    fields.end();
    return read;
  }
}
