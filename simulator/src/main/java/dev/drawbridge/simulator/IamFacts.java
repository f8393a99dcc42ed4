package dev.drawbridge.simulator;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.dynamodb.DynamoDbService;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.elbv2.ElbService;
import dev.drawbridge.simulator.iam.Facts;
import dev.drawbridge.simulator.sns.SnsService;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsService;
import java.util.Map;
import java.util.Optional;

/** What IAM asks the services of one world. */
record IamFacts(
    Ec2Service ec2,
    ElbService elb,
    DynamoDbService dynamoDb,
    SnsService sns,
    StepFunctionsService states)
    implements Facts {

  @Override
  public Map<String, String> tags(String arn) {
    return arn.contains(":elasticloadbalancing:") ? elb.tags(arn) : ec2.tags(idIn(arn));
  }

  @Override
  public Optional<String> partitionKey(Caller caller, String tableNameOrArn) {
    return dynamoDb.partitionKey(caller, tableNameOrArn);
  }

  @Override
  public Optional<String> topicKey(String topicArn) {
    return sns.key(topicArn);
  }

  @Override
  public boolean hasLoadBalancer(Caller caller) {
    return elb.hasLoadBalancer(caller);
  }

  @Override
  public Optional<String> machineOfToken(String taskToken) {
    return states.executions().machineOfToken(taskToken);
  }

  private static String idIn(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
