package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads at a terminal before saying yes. */
class QuestionTest {
  /** As {@code GET /approvals/{id}} answers, with everything that it can hold. */
  static final String BODY =
      """
      {"id": "0123", "status": "PENDING", "digest": "d1g35t", "accountProven": true,
       "endpointClaimed": false, "endpointRegion": "us-east-1", "quorum": 2, "lacks": 1, "validUntil": "2026-12-01T00:00:00Z",
       "requestedBy": ["ada@example.com"], "approvers": [["role/approvers"]],
       "subject": {"databaseIdentifier": "orders", "databaseArn": "arn:aws:rds:r:1:cluster:orders",
         "databaseResourceId": "cluster-ABC", "consumerAccountId": "222222222222",
         "principal": "arn:aws:iam::222222222222:role/app", "endpointId": "vpce-1",
         "serviceId": "vpce-svc-1", "enforcement": "on", "consumerCidrs": ["10.0.0.0/16"],
         "readerPort": 3306, "writerPort": 3307, "instancePorts": "3308-3347",
         "purpose": "billing", "validUntil": "2027-01-31"},
       "waitingEndpoints": [
         {"endpointId": "vpce-1", "createdAt": "2026-11-26T10:00:00Z", "claimedBy": ""},
         {"endpointId": "vpce-2", "createdAt": "2026-11-26T11:00:00Z", "claimedBy": ""}],
       "votes": [{"by": "joan@example.com", "approve": true, "at": "2026-11-26T12:00:00Z",
         "comment": "seen"}]}
      """;

  @Test
  void everything_that_a_yes_allows_is_shown_and_what_of_it_is_proven() {
    assertThat(shown(BODY))
        .contains(
            "arn:aws:rds:r:1:cluster:orders",
            "cluster-ABC",
            "arn:aws:iam::222222222222:role/app",
            "vpce-1",
            "vpce-svc-1")
        .containsPattern("endpoint's Region: +us-east-1\n")
        .containsPattern("reader's port: +3306\n")
        .containsPattern("writer's port: +3307\n")
        .containsPattern("instances' ports: +3308-3347\n")
        .containsPattern("enforcement: +on\n")
        .containsPattern("address ranges: +10.0.0.0/16\n")
        .containsPattern("purpose, as stated: +billing\n")
        .containsPattern("path ends: +2027-01-31\n")
        .containsPattern("requested by: +ada@example.com\n")
        .containsPattern("account: +proven: signed")
        .containsPattern("endpoint's claim: +NOT PROVEN")
        .containsPattern("also waits: +vpce-2, made 2026-11-26T11:00:00Z, claimed by nobody\n")
        .containsPattern("answered: +yes by joan@example.com at \\S+: seen\n")
        .containsPattern("digest: +d1g35t\n")
        .containsPattern("still to say yes: +1 of 2, until 2026-12-01T00:00:00Z");
  }

  @Test
  void too_few_who_are_asked_are_told_to_whoever_reads() {
    assertThat(shown("{\"subject\": {}, \"tooFewApprovers\": \"Name more\"}"))
        .containsPattern("too few are asked: +Name more");
    assertThat(shown(BODY)).doesNotContain("too few");
  }

  @Test
  void what_is_not_stated_is_said_to_be_missing() {
    assertThat(shown("{\"subject\": {\"endpointId\": \"vpce-1\", \"consumerCidrs\": []}}"))
        .containsPattern("address ranges: +any\n")
        .containsPattern("purpose, as stated: +not stated\n")
        .containsPattern("instances' ports: +none\n")
        .contains("resource not recorded", "open, until it is taken away")
        .doesNotContain("also waits", "null");
  }

  @Test
  void the_yeses_that_are_missing_are_counted_of_those_that_it_takes() {
    assertThat(shown("{\"quorum\": 1, \"needed\": 2, \"lacks\": 2, \"validUntil\": \"tomorrow\"}"))
        .containsPattern(
            "still to say yes: +2 of 2, until tomorrow; one more than the quorum, for");
    assertThat(shown("{\"quorum\": 1, \"needed\": 1, \"lacks\": 1, \"validUntil\": \"tomorrow\"}"))
        .containsPattern(
            "still to say yes: +1 of 1, until tomorrow; one more where nobody can tell");
  }

  @ParameterizedTest
  @CsvSource({"y,true", "' YES ',true", "no,false", "'',false", ",false", "yess,false"})
  void nothing_but_a_yes_is_a_yes(String line, boolean yes) {
    assertThat(Confirmation.means(line)).isEqualTo(yes);
  }

  private static String shown(String body) {
    try {
      return String.join("\n", new Question(new ObjectMapper().readTree(body)).lines());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
