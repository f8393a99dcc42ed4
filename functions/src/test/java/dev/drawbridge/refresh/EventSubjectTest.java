package dev.drawbridge.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.refresh.EventSubject.Any;
import dev.drawbridge.refresh.EventSubject.Named;
import dev.drawbridge.refresh.EventSubject.Unusable;
import dev.drawbridge.runtime.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSubjectTest {
  private static final String PREFIX = "arn:aws:rds:eu-central-1:111111111111:";

  @Test
  void an_event_as_aws_sends_it_names_its_source_by_arn() {
    EventSubject subject =
        read(
            """
            {"version": "0", "id": "68f6e973", "detail-type": "RDS DB Cluster Event",
             "source": "aws.rds", "account": "111111111111", "region": "eu-central-1",
             "resources": ["arn:aws:rds:eu-central-1:111111111111:cluster:orders"],
             "detail": {"EventCategories": ["failover"], "SourceType": "CLUSTER",
               "SourceArn": "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
               "Date": "2026-01-05T09:00:00.000Z", "Message": "Completed failover",
               "SourceIdentifier": "rds:orders", "EventID": "RDS-EVENT-0071"}}
            """);
    assertThat(subject).isEqualTo(new Named(PREFIX + "cluster:orders"));
  }

  @Test
  void a_deployment_names_its_databases() {
    assertThat(read(event("RDS Blue Green Deployment Event", PREFIX + "deployment:bgd-1a2b")))
        .isInstanceOf(EventSubject.Deployment.class);
  }

  @ParameterizedTest
  @ValueSource(strings = "global-cluster:world")
  void what_stands_for_several_databases_may_be_any(String source) {
    assertThat(read(event("RDS Blue Green Deployment Event", PREFIX + source)))
        .isInstanceOf(Any.class);
  }

  @ParameterizedTest
  @CsvSource({
    "RDS DB Instance Event, '', has no SourceArn",
    "RDS DB Instance Event, orders, neither a cluster nor an instance",
    "RDS DB Instance Event, arn:aws:s3:::bucket, neither a cluster nor an instance",
    "RDS DB Snapshot Event, arn:aws:rds:eu-central-1:111111111111:snapshot:s, detail-type"
  })
  void anything_else_is_unusable_and_says_why(String detailType, String arn, String reason) {
    EventSubject subject = read(event(detailType, arn));
    assertThat(subject).isInstanceOf(Unusable.class);
    assertThat(((Unusable) subject).reason()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"detail-type\": \"RDS DB Cluster Event\"}",
        "{\"detail-type\": \"RDS DB Cluster Event\", \"detail\": {}}",
        "{\"detail-type\": \"RDS DB Cluster Event\", \"detail\": {\"EventID\": \"RDS-EVENT-0071\"}}"
      })
  void an_event_with_parts_missing_is_unusable(String json) {
    assertThat(read(json)).isInstanceOf(Unusable.class);
  }

  private static String event(String detailType, String arn) {
    return """
    {"id": "1", "detail-type": "%s", "detail": {"EventID": "RDS-EVENT-0248", "SourceArn": "%s"}}
    """
        .formatted(detailType, arn);
  }

  private static EventSubject read(String json) {
    return EventSubject.of(Json.LENIENT.read(json.getBytes(UTF_8), DatabaseEvent.class));
  }
}
