package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.plan.StrictFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which other regions consumers may connect. */
class RegionRulesTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";

  @Test
  void regions_of_the_same_partition_are_taken_and_the_own_one_needs_no_mention() {
    assertThatCode(() -> RegionRules.require(regions("us-east-1", "ap-southeast-2"), ARN))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> RegionRules.require(regions("us-east-1", "eu-central-1"), ARN))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-north-1", "us-gov-west-1", "eusc-de-east-1"})
  void a_region_of_another_partition_is_refused(String other) {
    assertThatThrownBy(() -> RegionRules.require(regions(other), ARN))
        .hasMessageContaining("another partition");
  }

  @Test
  void zones_that_aws_leaves_out_are_refused_only_where_other_regions_are_let_in() {
    List<String> zones = List.of("use1-az1", "use1-az3");
    assertThatCode(() -> RegionRules.requireZones(List.of(), zones, "orders"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> RegionRules.requireZones(List.of("eu-west-1"), zones, "orders"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("use1-az3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1,us-east-1", "US-EAST-1", "us", "vpce.amazonaws.com"})
  void what_is_no_list_of_regions_is_refused_at_every_door(String text) {
    var body = JsonNodeFactory.instance.objectNode();
    for (String each : text.split(",", -1)) {
      body.withArray("/consumerRegions").add(each);
    }
    assertThatThrownBy(() -> read(body.toString())).hasMessageContaining("consumerRegions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orders", "Orders.example.com", "*.example.com", "a..example.com", "a.b."})
  void what_is_no_name_in_a_domain_is_refused_at_every_door(String name) {
    String body = JsonNodeFactory.instance.objectNode().put("privateDnsName", name).toString();
    assertThatThrownBy(() -> read(body)).hasMessageContaining("privateDnsName");
    assertThatCode(() -> read("{\"privateDnsName\":\"orders-1.db.example.com\"}"))
        .doesNotThrowAnyException();
    assertThatCode(() -> read("{\"privateDnsName\":\"\"}")).doesNotThrowAnyException();
  }

  private static void read(String body) {
    SettingsReader.defaults(body);
  }

  private static ExposureSettings regions(String... names) {
    StrictFields fields = fields(names);
    return ExposureSettings.defaults().with(SettingsReader.read(fields));
  }

  private static StrictFields fields(String... names) {
    var body = JsonNodeFactory.instance.objectNode();
    List.of(names).forEach(body.putArray("consumerRegions")::add);
    return new StrictFields(body);
  }
}
