package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.api.OpenApi;
import dev.drawbridge.model.AuditRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/records.md. */
class RecordsPageTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");

  private final String page = read();

  @Test
  void the_example_is_an_event_whose_detail_is_a_record_of_the_description() throws IOException {
    Matcher example = EXAMPLE.matcher(page);
    assertThat(example.find()).isTrue();
    JsonNode event = new ObjectMapper().readTree(example.group(1));
    assertThat(event.path("source").asText()).isEqualTo("drawbridge");
    assertThat(event.path("detail-type").asText()).isEqualTo("Drawbridge Record");
    assertThat(new Described().faultsOf("Record", event.path("detail"))).isEmpty();
    assertThat(event.path("detail").size())
        .as("the example shows every field")
        .isEqualTo(OpenApi.document().at("/components/schemas/Record/properties").size());
  }

  @Test
  void every_kind_of_record_is_on_the_page_and_in_the_description() {
    assertThat(Arrays.stream(AuditRecord.Kind.values()).map(Enum::name))
        .allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"))
        .containsExactlyInAnyOrderElementsOf(
            new ObjectMapper()
                .convertValue(
                    OpenApi.document().at("/components/schemas/RecordKind/enum"),
                    new TypeReference<List<String>>() {}));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("..", "docs", "records.md"));
    } catch (IOException e) {
      throw new IllegalStateException("docs/records.md cannot be read", e);
    }
  }
}
