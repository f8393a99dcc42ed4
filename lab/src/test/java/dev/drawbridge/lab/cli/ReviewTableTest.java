package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode APPROVED =
      json(
          """
          {"databaseIdentifier":"orders","databaseArn":"arn:aws:rds:x:1:cluster:orders",
           "consumerAccountId":"222222222222","principal":"arn:aws:iam::222222222222:root",
           "serviceId":"vpce-svc-1","endpointId":"vpce-1","endpointRegion":"us-east-1","endpointState":"available",
           "endpointSince":"2026-01-05T09:00:00Z","standing":"APPROVED","approvalId":"a1",
           "requestedBy":["ada"],"purpose":"=HYPERLINK(\\"x\\"), the shop",
           "approvedBy":[{"by":"grace","verifiedBy":"IAM","at":"2026-01-05T09:06:42Z"},
                         {"by":"joan","verifiedBy":"IAM","at":"2026-01-06T09:06:42Z"}],
           "validUntil":"2027-01-31","use":"SEEN","lastUsedOn":"2026-11-20","lastBytes":1234567}
          """);
  private static final JsonNode OPEN =
      json(
          """
          {"databaseIdentifier":"orders","databaseArn":"arn:aws:rds:x:1:cluster:orders",
           "consumerAccountId":"333333333333","serviceId":"vpce-svc-1","endpointId":"vpce-22",
           "endpointState":"available","standing":"NOT_APPROVED","requestedBy":[],"approvedBy":[],"use":"UNKNOWN"}
          """);

  @Test
  void a_table_says_who_may_reach_what_by_whose_yes_and_until_when() {
    assertThat(new ReviewTable(List.of(APPROVED, OPEN)).lines())
        .containsExactly(
            "DATABASE  CONSUMER      ENDPOINT  REGION     STATE      APPROVED BY                          UNTIL       LAST BYTES",
            "orders    222222222222  vpce-1    us-east-1  available  grace 2026-01-05, joan 2026-01-06    2027-01-31  2026-11-20: 1,234,567",
            "orders    333333333333  vpce-22   unknown    available  NOBODY: accepted without Drawbridge  no end      unknown");
    assertThat(new ReviewTable(List.of(APPROVED)).allApproved()).isTrue();
    assertThat(new ReviewTable(List.of(APPROVED, OPEN)).allApproved()).isFalse();
  }

  @Test
  void a_spreadsheet_gets_every_field_and_no_formula_of_anybody() {
    List<String> lines = new ReviewTable(List.of(APPROVED, OPEN)).csv();
    assertThat(lines.get(0)).endsWith("validUntil,use,lastUsedOn,lastBytes,requestedBy,approvedBy");
    assertThat(lines.get(1))
        .endsWith(
            "APPROVED,a1,\"'=HYPERLINK(\"\"x\"\"), the shop\",2027-01-31,SEEN,2026-11-20,1234567,ada,"
                + "\"grace 2026-01-05T09:06:42Z, joan 2026-01-06T09:06:42Z\"");
    assertThat(lines.get(2)).endsWith("available,,NOT_APPROVED,,,,UNKNOWN,,,,");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
