package dev.drawbridge.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.runtime.Json;
import org.junit.jupiter.api.Test;

class InvitationTextTest {
  @Test
  void the_ports_that_there_are_stand_on_the_last_line() {
    assertThat(text("\"readerPort\": 5433, \"writerPort\": 5432,"))
        .endsWith("euc1-az1, euc1-az2\nPorts that its security group has to let in: 5433, 5432\n");
    String range = "\"instancePorts\": {\"first\": 6000, \"last\": 6009},";
    assertThat(text("\"writerPort\": 5432, " + range)).endsWith("let in: 5432, 6000-6009\n");
  }

  @Test
  void a_run_of_an_earlier_release_says_nothing_of_ports() {
    assertThat(text("")).endsWith("Availability Zone ids: euc1-az1, euc1-az2\n");
  }

  private static String text(String ports) {
    String input =
        """
        {"taskToken": "secret", "executionArn": "run", "serviceId": "s", "serviceName": "n",
         "key": {"databaseArn": "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
                 "principal": "arn:aws:iam::222222222222:root"},
         "availabilityZoneIds": ["euc1-az1", "euc1-az2"], %s "message": "m"}
        """
            .formatted(ports);
    return InvitationText.of(Json.LENIENT.read(input.getBytes(UTF_8), WaitForConsumer.Input.class));
  }
}
