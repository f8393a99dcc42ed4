package dev.drawbridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void a_message_keeps_its_lines_and_loses_what_nobody_sees() {
    assertThat(PlainText.seen("one:\t1\n\u202Eowt\u2069: 2\u200B\r\u0007\n"))
        .isEqualTo("one:\t1\nowt: 2\n");
  }

  @Test
  void an_address_in_a_message_is_no_link() {
    assertThat(PlainText.withoutLinks("see https://evil.example/approvals/1 or www.evil.example."))
        .isEqualTo("see https[:]//evil[.]example/approvals/1 or www[.]evil[.]example.");
    assertThat(PlainText.withoutLinks("version 1.2, at 10.0.0.0/16. Then the rest."))
        .isEqualTo("version 1.2, at 10.0.0.0/16. Then the rest.");
  }

  @Test
  void a_line_has_nothing_that_is_not_seen() {
    assertThat(PlainText.oneLine("a\u3164b\nc\uFFA0", 10)).isEqualTo("a b c");
    assertThat(PlainText.LINE.matcher("\u2764\uFE0F").matches()).isTrue();
    assertThat(PlainText.LINE.matcher("a\uFE00").matches()).isFalse();
  }
}
