package dev.drawbridge.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.drawbridge.lab.demo.Timeline.Tone;
import dev.drawbridge.lab.svg.Svg;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TimelineDrawingTest {
  private static final Instant KILL = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void lanes_bars_and_moments_are_well_formed_and_in_proportion() throws Exception {
    Timeline timeline = new Timeline();
    timeline.span(
        "workflow", "RegisterTargets", Tone.PLAIN, KILL.plusSeconds(5), KILL.plusSeconds(10));
    timeline.mark("database", "kill <orders-1>", KILL);
    Document svg = parsed(new TimelineDrawing("Failover & repair", KILL, timeline.entries()).svg());

    Element rect = elements(svg, "rect", "plain").getFirst();
    double bar = Double.parseDouble(rect.getAttribute("width"));
    double begin = Double.parseDouble(rect.getAttribute("x"));
    assertThat(begin - 150).isCloseTo(bar, offset(0.2));
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("kill <orders-1>", "RegisterTargets", "database", "10 s");
  }

  @Test
  void a_decimal_comma_of_the_locale_does_not_get_into_the_numbers() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Timeline timeline = new Timeline();
      timeline.span("a", "b", Tone.GOOD, KILL, KILL.plusMillis(333));
      timeline.mark("a", "c", KILL.plusMillis(777));
      Document svg = parsed(new TimelineDrawing("t", KILL, timeline.entries()).svg());
      assertThat(elements(svg, "rect", "good").getFirst().getAttribute("width"))
          .doesNotContain(",");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void nothing_cannot_be_drawn() {
    assertThatThrownBy(() -> new TimelineDrawing("t", KILL, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labels_of_a_crowded_lane_do_not_overlap_and_no_line_crosses_one() throws Exception {
    Timeline timeline = new Timeline();
    Random chance = new Random(3);
    for (int i = 0; i < 40; i++) {
      timeline.mark("lane", "state-" + i, KILL.plusMillis(chance.nextInt(20_000)));
    }
    Document svg = parsed(new TimelineDrawing("t", KILL, timeline.entries()).svg());

    List<Element> labels =
        elements(svg, "text", "small").stream()
            .filter(text -> text.getTextContent().startsWith("state-"))
            .toList();
    assertThat(labels).hasSize(40);
    for (Element label : labels) {
      double from = number(label, "x");
      double to = from + Svg.width(label.getTextContent());
      assertThat(labels)
          .filteredOn(other -> number(other, "y") == number(label, "y"))
          .filteredOn(other -> number(other, "x") >= from && number(other, "x") < to)
          .containsExactly(label);
      assertThat(elements(svg, "line", "lead"))
          .filteredOn(line -> number(line, "x1") > from && number(line, "x1") < to)
          .filteredOn(line -> number(line, "y1") < number(label, "y"))
          .filteredOn(line -> number(line, "y2") > number(label, "y"))
          .isEmpty();
    }
  }

  @Test
  void the_moments_of_the_first_lane_go_through_all_others() throws Exception {
    Timeline timeline = new Timeline();
    timeline.mark("path", "kill", KILL);
    timeline.mark("path", "settled", KILL.plusSeconds(9));
    timeline.mark("events", "RDS-EVENT-0071", KILL.plusSeconds(2));
    Document svg = parsed(new TimelineDrawing("t", KILL, timeline.entries()).svg());
    assertThat(elements(svg, "line", "guide")).hasSize(2);
  }

  @Test
  void seconds_count_from_zero_also_when_something_was_before() throws Exception {
    Timeline timeline = new Timeline();
    timeline.span("writes", "good", Tone.GOOD, KILL.minusSeconds(2), KILL.plusSeconds(1));
    String svg = new TimelineDrawing("t", KILL, timeline.entries()).svg();
    assertThat(svg).contains(">-2 s<", ">0 s<", ">1 s<");
  }

  private static List<Element> elements(Document svg, String name, String kind) {
    NodeList all = svg.getElementsByTagName(name);
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .filter(element -> element.getAttribute("class").equals(kind))
        .toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
