package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.RawCalls;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS refuses of requests about keys, functions, queues and targets, and in which words. */
class WronglyAskedTest {
  private static final Caller OWNER = new Caller("111111111111", "eu-central-1", "root");
  private static final String OTHERS = "222222222222";

  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH, 1);
  private final Simulator simulator = new Simulator(time, Settings.published());
  private final RawCalls owner = calls(OWNER.account());
  private final RawCalls stranger = calls(OTHERS);
  private final List<String> ran = new ArrayList<>();
  private final String key = key();
  private final String other = key();
  private final String sealed =
      SmallWorld.found(
          "\"CiphertextBlob\":\"([^\"]+)\"",
          taken("kms", "Encrypt", "{\"KeyId\":\"%s\",\"Plaintext\":\"YWJj\"}".formatted(key)));

  WronglyAskedTest() {
    simulator
        .lambda()
        .create(
            OWNER.account(),
            OWNER.region(),
            "echo",
            FunctionSettings.withRole("echo"),
            () -> (in, out, context) -> ran.add("echo"));
    taken("sqs", "CreateQueue", "{\"QueueName\":\"inbox\"}");
    taken(
        "sqs",
        "CreateQueue",
        """
        {"QueueName":"open","Attributes":{"Policy":"{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\
        \\"Principal\\":{\\"AWS\\":\\"222222222222\\"},\\"Action\\":\\"sqs:SendMessage\\",\
        \\"Resource\\":\\"arn:aws:sqs:eu-central-1:111111111111:open\\"}}"}}""");
    taken(
        "events", "PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\\\"source\\\":[\\\"a\\\"]}\"}");
  }

  @ParameterizedTest(name = "{0} {1}:{2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          other|kms|Decrypt|{"CiphertextBlob":"SEALED"}|AccessDeniedException
          other|kms|Decrypt|{"CiphertextBlob":"SEALED","KeyId":"KEY"}|AccessDeniedException
          owner|kms|Decrypt|{"CiphertextBlob":"SEALED","KeyId":"OTHER"}|IncorrectKeyException
          owner|kms|Decrypt|{"CiphertextBlob":"SEALED","KeyId":"11111111-1111-1111-1111-111111111111"}|NotFoundException
          owner|kms|Decrypt|{"CiphertextBlob":"SEALED","KeyId":"KEY"}|``
          owner|kms|Decrypt|{"CiphertextBlob":"SEALED"}|``
          other|sqs|SendMessage|{"QueueUrl":"QUEUE/inbox","MessageBody":"a"}|AccessDenied
          other|sqs|ReceiveMessage|{"QueueUrl":"QUEUE/inbox"}|AccessDenied
          other|sqs|GetQueueAttributes|{"QueueUrl":"QUEUE/inbox"}|AccessDenied
          other|sqs|DeleteMessage|{"QueueUrl":"QUEUE/inbox","ReceiptHandle":"a"}|AccessDenied
          other|sqs|SendMessage|{"QueueUrl":"QUEUE/open","MessageBody":"a"}|``
          other|sqs|ReceiveMessage|{"QueueUrl":"QUEUE/open"}|AccessDenied
          owner|sqs|CreateQueue|{"QueueName":"inbox","Attributes":{"VisibilityTimeout":"31"}}|QueueNameExists
          owner|sqs|CreateQueue|{"QueueName":"inbox","Attributes":{"VisibilityTimeout":"30"}}|``
          owner|sqs|CreateQueue|{"QueueName":"inbox"}|``
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"VisibilityTimeout":"43201"}}|InvalidAttributeValue
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"VisibilityTimeout":"43200"}}|``
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"DelaySeconds":"901"}}|InvalidAttributeValue
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"MessageRetentionPeriod":"59"}}|InvalidAttributeValue
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"MaximumMessageSize":"-1"}}|InvalidAttributeValue
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"ReceiveMessageWaitTimeSeconds":"x"}}|InvalidAttributeValue
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"Policy":"x"}}|InvalidAttributeValue
          owner|sqs|CreateQueue|{"QueueName":"a","Attributes":{"Size":"1"}}|InvalidAttributeName
          owner|sqs|SendMessage|{"QueueUrl":"QUEUE/inbox","MessageBody":"a\\u0001"}|InvalidMessageContents
          owner|sqs|SendMessage|{"QueueUrl":"QUEUE/inbox","MessageBody":"a\\uFFFF"}|InvalidMessageContents
          owner|sqs|SendMessage|{"QueueUrl":"QUEUE/inbox","MessageBody":"a\\tb\\r\\n"}|``
          owner|events|PutTargets|{"Rule":"r","Targets":[{"Id":"1","Arn":"nowhere"}]}|ValidationException
          owner|events|PutTargets|{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:sqs"}]}|ValidationException
          owner|events|PutTargets|{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:sqs:eu-central-1:111111111111:inbox"}]}|``
          """)
  void a_json_object(String who, String service, String operation, String body, String code) {
    RawCalls calls = who.equals("owner") ? owner : stranger;
    Answer answer = calls.json(service, operation, filled(body));
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          other|GET|ARN|``|403|AccessDeniedException
          other|GET|111111111111:function:echo|``|403|AccessDeniedException
          other|POST|ARN/invocations|{}|403|AccessDeniedException
          owner|GET|ARN|``|200|``
          owner|GET|echo?Qualifier=live|``|200|``
          owner|GET|echo?Qualifier=nope|``|404|ResourceNotFoundException
          owner|POST|echo:nope/invocations|{}|404|ResourceNotFoundException
          owner|POST|echo/invocations?Qualifier=nope|{}|404|ResourceNotFoundException
          owner|POST|echo:2/invocations|{}|404|ResourceNotFoundException
          owner|POST|echo:live/invocations|{}|200|``
          owner|POST|echo:1/invocations|{}|200|``
          owner|POST|echo/invocations|{not json|400|InvalidRequestContentException
          owner|POST|echo/invocations|{} {}|400|InvalidRequestContentException
          """)
  void a_function(String who, String method, String path, String body, int status, String code) {
    RawCalls calls = who.equals("owner") ? owner : stranger;
    Answer answer =
        calls.send("lambda", method, "/2015-03-31/functions/" + filled(path), body, Map.of());
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(ran).hasSize(method.equals("POST") && status == 200 ? 1 : 0);
    if (status == 404) {
      assertThat(answer.message())
          .startsWith(
              "Function not found: arn:aws:lambda:eu-central-1:111111111111:function:echo:");
    }
  }

  @ParameterizedTest(name = "{0} of {1} bytes")
  @CsvSource({
    "Event,1048576,202,''",
    "Event,1048577,413,RequestEntityTooLargeException",
    "RequestResponse,1048577,200,''",
    "RequestResponse,6291457,413,RequestEntityTooLargeException"
  })
  void a_payload(String type, int bytes, int status, String code) {
    Answer answer =
        owner.send(
            "lambda",
            "POST",
            "/2015-03-31/functions/echo/invocations",
            "\"%s\"".formatted("a".repeat(bytes - 2)),
            Map.of("X-Amz-Invocation-Type", type));
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  private RawCalls calls(String account) {
    return new RawCalls(simulator.door(), account, OWNER.region());
  }

  private String key() {
    return SmallWorld.found("\"Arn\":\"([^\"]+)\"", taken("kms", "CreateKey", "{}"));
  }

  private String taken(String service, String operation, String body) {
    return SmallWorld.taken(owner.json(service, operation, body));
  }

  private String filled(String text) {
    return text.replace("SEALED", sealed)
        .replace("KEY", key)
        .replace("OTHER", other)
        .replace("QUEUE", "https://sqs.eu-central-1.amazonaws.com/111111111111")
        .replace("ARN", "arn:aws:lambda:eu-central-1:111111111111:function:echo");
  }
}
