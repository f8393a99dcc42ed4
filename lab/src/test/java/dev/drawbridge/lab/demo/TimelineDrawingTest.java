package dev.drawbridge.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TimelineDrawingTest {
  private static final Instant KILL = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void lanes_bars_and_moments_are_well_formed_and_in_proportion() throws Exception {
    Timeline timeline = new Timeline();
    timeline.span("workflow", "RegisterTargets", KILL.plusSeconds(5), KILL.plusSeconds(10));
    timeline.mark("database", "kill <orders-1>", KILL);
    Document svg = parsed(new TimelineDrawing("Failover & repair", timeline.entries()).svg());

    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1);
    double bar = Double.parseDouble(attribute(svg, "rect", "width"));
    double begin = Double.parseDouble(attribute(svg, "rect", "x"));
    assertThat(begin - 150).isCloseTo(bar, org.assertj.core.data.Offset.offset(0.2));
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("kill <orders-1>", "RegisterTargets", "database", "10 s");
  }

  @Test
  void a_decimal_comma_of_the_locale_does_not_get_into_the_numbers() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Timeline timeline = new Timeline();
      timeline.span("a", "b", KILL, KILL.plusMillis(333));
      timeline.mark("a", "c", KILL.plusMillis(777));
      Document svg = parsed(new TimelineDrawing("t", timeline.entries()).svg());
      assertThat(attribute(svg, "rect", "width")).doesNotContain(",");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void nothing_cannot_be_drawn() {
    assertThatThrownBy(() -> new TimelineDrawing("t", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String attribute(Document svg, String element, String name) {
    return svg.getElementsByTagName(element)
        .item(0)
        .getAttributes()
        .getNamedItem(name)
        .getTextContent();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
