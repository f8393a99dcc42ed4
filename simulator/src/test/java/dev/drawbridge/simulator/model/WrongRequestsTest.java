package dev.drawbridge.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.door.RawCalls;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever breaks a model gets the error of that service's family, and AWS's words for it. */
class WrongRequestsTest {
  private static final String ARN = "arn:aws:elasticloadbalancing:eu-central-1:111111111111:";

  private final Simulator simulator =
      new Simulator(new VirtualScheduler(Instant.EPOCH, 1), Settings.published());
  private final RawCalls calls = new RawCalls(simulator.door(), "111111111111", "eu-central-1");

  @ParameterizedTest(name = "{0}:{1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          elasticloadbalancing|CreateTargetGroup|Name=a&Port=0|ValidationError|1 validation error detected: Value '0' at 'port' failed to satisfy constraint: Member must have value greater than or equal to 1
          elasticloadbalancing|RegisterTargets|TargetGroupArn=ARNtargetgroup/a/0123456789abcdef&Targets.member.1.Id=10.0.0.1&Targets.member.1.Port=65536|ValidationError|1 validation error detected: Value '65536' at 'targets.1.member.port' failed to satisfy constraint: Member must have value less than or equal to 65535
          elasticloadbalancing|CreateTargetGroup|``|ValidationError|1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null
          elasticloadbalancing|CreateTargetGroup|Name=a&Protocol=TPC&Port=x|MalformedInput|'x' is no value for Port
          elasticloadbalancing|DescribeLoadBalancers|PageSize=0|ValidationError|1 validation error detected: Value '0' at 'pageSize' failed to satisfy constraint: Member must have value greater than or equal to 1
          elasticloadbalancing|DescribeTargetGroups|PageSize=401|ValidationError|1 validation error detected: Value '401' at 'pageSize' failed to satisfy constraint: Member must have value less than or equal to 400
          elasticloadbalancing|CreateLoadBalancer|Name=a&Scheme=inside&Type=network|ValidationError|1 validation error detected: Value 'inside' at 'scheme' failed to satisfy constraint: Member must satisfy enum value set: [internet-facing, internal]
          elasticloadbalancing|CreateLoadBalancer|Name=a&Tags.member.1.Value=v&Tags.member.2.Key=|ValidationError|2 validation errors detected: Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null; Value '' at 'tags.2.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1
          ec2|DescribeSubnets|MaxResults=2000|InvalidParameterValue|Value ( 2000 ) for parameter maxResults is invalid. Expecting a value less than or equal to 1000.
          ec2|DescribeVpcs|DryRun=maybe|InvalidParameterValue|Value (maybe) for parameter DryRun is invalid.
          ec2|AcceptVpcEndpointConnections|ServiceId=vpce-svc-01234567|MissingParameter|The request must contain the parameter VpcEndpointIds
          ec2|CreateTags|ResourceId.1=vpc-01234567|MissingParameter|The request must contain the parameter Tags
          rds|DescribeEvents|SourceType=db-cabinet|InvalidParameterValue|Invalid value db-cabinet for SourceType. Member must satisfy enum value set: [db-instance, db-parameter-group, db-security-group, db-snapshot, db-cluster, db-cluster-snapshot, custom-engine-version, db-proxy, blue-green-deployment, db-shard-group, zero-etl]
          rds|DescribeDBParameters|``|InvalidParameterValue|The parameter DBParameterGroupName must be provided and must not be blank.
          rds|RebootDBInstance|``|InvalidParameterValue|The parameter DBInstanceIdentifier must be provided and must not be blank.
          sns|Publish|TopicArn=arn:aws:sns:eu-central-1:111111111111:a|ValidationError|1 validation error detected: Value null at 'message' failed to satisfy constraint: Member must not be null
          sts|AssumeRole|RoleArn=arn:aws:iam::111111111111:role/a&RoleSessionName=a|ValidationError|1 validation error detected: Value 'a' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2
          sqs|CreateQueue|``|MissingParameter|The request must contain the parameter QueueName.
          """)
  void a_form(String service, String action, String parameters, String code, String message) {
    Answer answer = calls.form(service, action, parameters.replace("ARN", ARN));
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest(name = "{0}:{1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          states|ListStateMachines|{"maxResults":1001}|ValidationException|1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000
          states|StartExecution|{"name":"n"}|ValidationException|1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null
          states|StartExecution|{"stateMachineArn":5}|SerializationException|NUMBER_VALUE can not be converted to a String
          states|ListStateMachines|{"maxResults":"5"}|SerializationException|STRING_VALUE can not be converted to an Integer
          states|SendTaskFailure|{}|ValidationException|1 validation error detected: Value null at 'taskToken' failed to satisfy constraint: Member must not be null
          events|PutRule|{"Name":"a b"}|ValidationException|1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+
          events|PutTargets|{"Rule":"r","Targets":[{"Id":"1"}]}|ValidationException|1 validation error detected: Value null at 'targets.1.member.arn' failed to satisfy constraint: Member must not be null
          kms|Encrypt|{"KeyId":"11111111-1111-1111-1111-111111111111","Plaintext":""}|ValidationException|1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length greater than or equal to 1
          dynamodb|PutItem|{"TableName":"table"}|ValidationException|1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null
          dynamodb|PutItem|{"TableName":"table","Item":{},"ReturnValues":"SOME"}|ValidationException|1 validation error detected: Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [NONE, ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATED_NEW]
          sqs|SendMessage|{"MessageBody":"a"}|MissingParameter|The request must contain the parameter QueueUrl.
          """)
  void a_json_object(String service, String operation, String body, String code, String message) {
    Answer answer = calls.json(service, operation, body);
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(answer.status()).isEqualTo(400);
  }
}
