package dev.drawbridge.simulator.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Registry;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import dev.drawbridge.simulator.operation.ServiceError;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

class DoorTest {
  private static final String GROUP =
      "arn:aws:elasticloadbalancing:eu-central-1:111111111111:targetgroup/g/0123456789abcdef";

  private final VirtualScheduler world = new VirtualScheduler(Instant.EPOCH, 1);
  private final CallLog log = new CallLog();
  private final Faults faults = new Faults();
  private final Door door =
      new Door(
          world,
          new Registry(
              List.of(
                  new Service(
                      "ec2", Protocol.EC2, "http://ec2.test/", List.of(new DescribeSubnets())),
                  new Service(
                      "elasticloadbalancing",
                      Protocol.QUERY,
                      "http://elb.test/",
                      List.of(new RegisterTargets())),
                  new Service(
                      "rds", Protocol.QUERY, "http://rds.test/", List.of(new DescribeDBClusters())),
                  new Service("dynamodb", Protocol.JSON_1_0, "Dyn", List.of(new PutItem())))),
          log,
          faults,
          Duration.ZERO);

  @Test
  void ec2_lists_and_tags_survive_the_round_trip_and_the_caller_is_read_from_the_signature() {
    var response =
        client(Ec2Client.builder())
            .describeSubnets(r -> r.subnetIds("subnet-11111111", "subnet-22222222"));
    assertThat(response.subnets())
        .extracting(Subnet::subnetId, Subnet::ownerId, s -> s.tags().getFirst().value())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("subnet-11111111", "111111111111", "Discover"),
            org.assertj.core.groups.Tuple.tuple("subnet-22222222", "111111111111", "Discover"));
  }

  @Test
  void query_lists_of_structures_are_read_and_modelled_errors_come_back_as_their_class() {
    var elb = client(ElasticLoadBalancingV2Client.builder());
    var target = TargetDescription.builder().id("10.0.0.1").port(3306).build();
    assertThatThrownBy(() -> elb.registerTargets(r -> r.targetGroupArn(GROUP).targets(target)))
        .isInstanceOf(TargetGroupNotFoundException.class)
        .hasMessageContaining("10.0.0.1:3306");
  }

  @Test
  void names_that_the_sdk_spells_differently_from_the_wire_are_found() {
    var cluster = client(RdsClient.builder()).describeDBClusters().dbClusters().getFirst();
    assertThat(cluster.clusterCreateTime()).isEqualTo(Instant.EPOCH);
    assertThat(cluster.multiAZ()).isTrue();
    assertThat(log.calls())
        .extracting(CallRecord::action)
        .containsExactly("rds:DescribeDBClusters");
  }

  @Test
  void json_maps_are_read_and_errors_carry_their_code() {
    var dynamo = client(DynamoDbClient.builder());
    var item = Map.of("pk", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1"));
    assertThat(dynamo.putItem(r -> r.tableName("table").item(item)).attributes()).isEqualTo(item);
    assertThatThrownBy(() -> dynamo.putItem(r -> r.tableName("held").item(item)))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void an_operation_that_is_not_modelled_is_refused_by_name() {
    assertThatThrownBy(() -> client(Ec2Client.builder()).describeImages())
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("DescribeImages");
  }

  @Test
  void a_reply_lost_after_the_effect_is_retried_by_the_sdk_and_both_calls_are_logged() {
    faults.plan("ec2:DescribeSubnets", Fault.TIMEOUT_AFTER_EFFECT, 1);
    client(Ec2Client.builder()).describeSubnets();
    assertThat(log.calls()).hasSize(2);
    assertThat(faults.usedUp()).isTrue();
  }

  @Test
  void an_access_key_that_is_no_account_is_refused() {
    var foreign = AwsSessionCredentials.create("AKIAEXAMPLE", "secret", "role/Discover");
    assertThatThrownBy(() -> client(Ec2Client.builder(), foreign).describeSubnets())
        .hasMessageContaining("twelve");
  }

  @Test
  void a_fault_that_denies_comes_back_as_the_services_error() {
    faults.plan("ec2:DescribeSubnets", Fault.ACCESS_DENIED, 1);
    assertThatThrownBy(() -> client(Ec2Client.builder()).describeSubnets())
        .isInstanceOf(Ec2Exception.class)
        .isNotInstanceOf(SdkClientException.class)
        .hasMessageContaining("is not authorized to perform: ec2:DescribeSubnets");
  }

  private <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return client(builder, AwsSessionCredentials.create("111111111111", "secret", "role/Discover"));
  }

  private <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, AwsSessionCredentials credentials) {
    return builder
        .httpClient(new InMemoryHttpClient(door))
        .endpointOverride(URI.create("http://127.0.0.1"))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }

  private static final class DescribeSubnets
      implements Operation<DescribeSubnetsRequest, DescribeSubnetsResponse> {
    @Override
    public DescribeSubnetsResponse handle(DescribeSubnetsRequest request, Caller caller) {
      Tag role = Tag.builder().key("role").value(caller.role()).build();
      return DescribeSubnetsResponse.builder()
          .subnets(
              request.subnetIds().stream()
                  .map(id -> Subnet.builder().subnetId(id).ownerId(caller.account()).tags(role))
                  .map(Subnet.Builder::build)
                  .toList())
          .build();
    }
  }

  private static final class RegisterTargets
      implements Operation<RegisterTargetsRequest, RegisterTargetsResponse> {
    @Override
    public RegisterTargetsResponse handle(RegisterTargetsRequest request, Caller caller) {
      var target = request.targets().getFirst();
      throw ServiceError.client("TargetGroupNotFound", "no: " + target.id() + ":" + target.port());
    }
  }

  private static final class DescribeDBClusters
      implements Operation<DescribeDbClustersRequest, DescribeDbClustersResponse> {
    @Override
    public DescribeDbClustersResponse handle(DescribeDbClustersRequest request, Caller caller) {
      return DescribeDbClustersResponse.builder()
          .dbClusters(DBCluster.builder().clusterCreateTime(Instant.EPOCH).multiAZ(true).build())
          .build();
    }
  }

  private static final class PutItem implements Operation<PutItemRequest, PutItemResponse> {
    @Override
    public PutItemResponse handle(PutItemRequest request, Caller caller) {
      if (request.tableName().equals("held")) {
        throw ServiceError.client("ConditionalCheckFailedException", "held");
      }
      return PutItemResponse.builder().attributes(request.item()).build();
    }
  }
}
