"""Requests that AWS refuses, sent by boto3 with its own validation switched off: each must get AWS's code.

Debian's boto3 (1.26) and newer ones alike; the door is what AWS_ENDPOINT_URL says.
"""
import json
import os
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

DOOR = os.environ["AWS_ENDPOINT_URL"]
REGION = os.environ["AWS_DEFAULT_REGION"]
PROVIDER = os.environ["PROVIDER"]
UNCHECKED = Config(parameter_validation=False, retries={"max_attempts": 0})


def client(name, region=REGION):
    return boto3.client(name, endpoint_url=DOOR, region_name=region, config=UNCHECKED)


def arn(service, resource, region=REGION, account=PROVIDER):
    return f"arn:aws:{service}:{region}:{account}:{resource}"


GROUP = arn("elasticloadbalancing", "targetgroup/none/0123456789abcdef")
NLB = arn("elasticloadbalancing", "loadbalancer/net/none/0123456789abcdef")
MACHINE = arn("states", "stateMachine:none")
TOPIC = arn("sns", "none")
ROLE = f"arn:aws:iam::{PROVIDER}:role/any"
KEY = "11111111-2222-3333-4444-555555555555"
ITEM = {"pk": {"S": "wrong"}, "sk": {"S": "request"}}
TWICE = [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]
RESERVED = [{"Key": "aws:a", "Value": "1"}]
LONG_KEY = [{"Key": "k" * 129, "Value": "1"}]


def tagged(tags, resource="security-group"):
    return [{"ResourceType": resource, "Tags": tags}]


WRONG = {
    "elbv2": [
        ("ValidationError", "create_target_group", dict(Name="a", Protocol="TCP", Port=0, VpcId="vpc-01234567")),
        ("ValidationError", "create_target_group", dict(Name="a", Protocol="TCP", Port=65536, VpcId="vpc-01234567")),
        ("ValidationError", "create_target_group", dict(Name="-a", Protocol="TCP", Port=1, VpcId="vpc-01234567")),
        ("ValidationError", "create_target_group", dict(Name="a" * 33, Protocol="TCP", Port=1, VpcId="vpc-01234567")),
        ("ValidationError", "create_target_group", dict(Name="a", Protocol="TCP", TargetType="ip", Port=1)),
        ("ValidationError", "create_target_group", dict(Name="a", Protocol="ICMP", Port=1, VpcId="vpc-01234567")),
        ("DuplicateTagKeys", "create_target_group",
         dict(Name="a", Protocol="TCP", Port=1, VpcId="vpc-01234567", TargetType="ip", Tags=TWICE)),
        ("ValidationError", "register_targets", dict(TargetGroupArn=GROUP, Targets=[dict(Id="10.0.0.1", Port=0)])),
        ("ValidationError", "register_targets", dict(TargetGroupArn="nonsense", Targets=[dict(Id="10.0.0.1")])),
        ("ValidationError", "register_targets", dict(TargetGroupArn=NLB, Targets=[dict(Id="10.0.0.1")])),
        ("TargetGroupNotFound", "register_targets", dict(TargetGroupArn=GROUP, Targets=[dict(Id="10.0.0.1")])),
        ("ValidationError", "create_load_balancer", dict(Name="internal-x", Type="network", Subnets=[])),
        ("ValidationError", "create_load_balancer", dict(Name="a_b", Type="network", Subnets=[])),
        ("ValidationError", "create_load_balancer", dict(Name="a", Type="nothing", Subnets=[])),
        ("ValidationError", "describe_load_balancers", dict(PageSize=0)),
        ("ValidationError", "describe_load_balancers", dict(PageSize=401)),
        ("ValidationError", "describe_tags", dict(ResourceArns=[GROUP] * 21)),
        ("ValidationError", "add_tags", dict(ResourceArns=[GROUP], Tags=RESERVED)),
        ("ValidationError", "add_tags", dict(ResourceArns=[GROUP], Tags=LONG_KEY)),
        ("LoadBalancerNotFound", "create_listener",
         dict(LoadBalancerArn=NLB, Protocol="TCP", Port=1, DefaultActions=[dict(Type="forward", TargetGroupArn=GROUP)])),
        ("ValidationError", "create_listener", dict(LoadBalancerArn=NLB, Protocol="TCP", Port=1)),
        ("ValidationError", "delete_listener", dict(ListenerArn=NLB)),
        ("ValidationError", "modify_target_group_attributes", dict(TargetGroupArn=GROUP)),
    ],
    "ec2": [
        ("InvalidGroupId.Malformed", "describe_security_groups", dict(GroupIds=["nonsense"])),
        ("InvalidGroup.NotFound", "describe_security_groups", dict(GroupIds=["sg-01234567"])),
        ("InvalidParameterValue", "describe_security_groups", dict(MaxResults=2000)),
        ("InvalidParameterValue", "describe_security_groups", dict(MaxResults=4)),
        ("InvalidParameterValue", "describe_security_groups", dict(Filters=[dict(Name="colour", Values=["red"])])),
        ("InvalidParameterValue", "create_security_group",
         dict(GroupName="a", Description="é<>", VpcId="vpc-01234567")),
        ("InvalidParameterValue", "create_security_group",
         dict(GroupName="a", Description="<a>", VpcId="vpc-01234567")),
        ("MissingParameter", "create_security_group", dict(GroupName="a", VpcId="vpc-01234567")),
        ("InvalidVpcID.NotFound", "create_security_group", dict(GroupName="a", Description="a", VpcId="vpc-01234567")),
        ("InvalidParameterValue", "create_security_group",
         dict(GroupName="a", Description="a", VpcId="vpc-01234567", TagSpecifications=tagged(RESERVED))),
        ("InvalidParameterValue", "create_security_group",
         dict(GroupName="a", Description="a", VpcId="vpc-01234567", TagSpecifications=tagged(TWICE))),
        ("InvalidParameterValue", "create_security_group",
         dict(GroupName="a", Description="a", VpcId="vpc-01234567", TagSpecifications=tagged(TWICE[:1], "cabinet"))),
        ("MissingParameter", "accept_vpc_endpoint_connections", dict(ServiceId="vpce-svc-01234567")),
        ("InvalidVpcEndpointId.Malformed", "describe_vpc_endpoints", dict(VpcEndpointIds=["nonsense"])),
        ("InvalidVpcEndpointId.NotFound", "describe_vpc_endpoints", dict(VpcEndpointIds=["vpce-01234567"])),
        ("InvalidVpcID.Malformed", "describe_vpcs", dict(VpcIds=["nonsense"])),
        ("InvalidSubnetID.NotFound", "describe_subnets", dict(SubnetIds=["subnet-01234567"])),
        ("InvalidID", "create_tags", dict(Resources=["nonsense"], Tags=TWICE[:1])),
        ("MissingParameter", "create_tags", dict(Resources=["vpc-01234567"])),
        ("MissingParameter", "describe_vpc_endpoint_service_permissions", {}),
    ],
    "rds": [
        ("InvalidParameterValue", "describe_events", dict(SourceType="db-cabinet")),
        ("InvalidParameterCombination", "describe_events", dict(SourceIdentifier="orders")),
        ("InvalidParameterValue", "describe_events", dict(Duration=-5)),
        ("InvalidParameterValue", "describe_db_instances", dict(MaxRecords=10)),
        ("InvalidParameterValue", "describe_db_instances", dict(Filters=[dict(Name="colour", Values=["red"])])),
        ("DBInstanceNotFound", "describe_db_instances", dict(DBInstanceIdentifier="absent")),
        ("InvalidParameterValue", "describe_db_instances", dict(DBInstanceIdentifier="a--b")),
        ("DBClusterNotFoundFault", "describe_db_clusters", dict(DBClusterIdentifier="absent")),
        ("InvalidParameterValue", "describe_db_parameters", {}),
        ("InvalidParameterValue", "reboot_db_instance", {}),
        ("InvalidParameterValue", "failover_db_cluster", {}),
        ("InvalidDBClusterStateFault", "failover_db_cluster",
         dict(DBClusterIdentifier="orders", TargetDBInstanceIdentifier="orders-1")),
        ("InvalidParameterValue", "add_tags_to_resource",
         dict(ResourceName=arn("rds", "cluster:orders"), Tags=RESERVED)),
        ("InvalidParameterValue", "list_tags_for_resource", dict(ResourceName="nonsense")),
    ],
    "sns": [
        ("InvalidParameter", "create_topic", dict(Name="a b")),
        ("InvalidParameter", "create_topic", dict(Name="a", Tags=TWICE)),
        ("ValidationError", "create_topic", {}),
        ("InvalidParameter", "get_topic_attributes", dict(TopicArn="nonsense")),
        ("NotFound", "get_topic_attributes", dict(TopicArn=TOPIC)),
        ("InvalidParameter", "publish", dict(TopicArn=TOPIC, Message="a", Subject="s" * 101)),
        ("ValidationError", "publish", dict(TopicArn=TOPIC)),
        ("NotFound", "publish", dict(TopicArn=TOPIC, Message="a")),
    ],
    "sqs": [
        ("InvalidParameterValue", "create_queue", dict(QueueName="a b")),
        ("MissingParameter", "create_queue", {}),
        ("AWS.SimpleQueueService.NonExistentQueue", "get_queue_url", dict(QueueName="none")),
        ("AWS.SimpleQueueService.NonExistentQueue", "receive_message",
         dict(QueueUrl=f"{DOOR}/{PROVIDER}/none", MaxNumberOfMessages=1)),
    ],
    "stepfunctions": [
        ("InvalidArn", "start_execution", dict(stateMachineArn="nonsense")),
        ("InvalidArn", "describe_execution", dict(executionArn=MACHINE)),
        ("StateMachineDoesNotExist", "start_execution", dict(stateMachineArn=MACHINE)),
        ("ValidationException", "start_execution", dict(stateMachineArn=MACHINE, name="n" * 81)),
        ("ValidationException", "list_state_machines", dict(maxResults=1001)),
        ("ValidationException", "list_executions", dict(stateMachineArn=MACHINE, statusFilter="DONE")),
        ("ValidationException", "send_task_success", dict(taskToken="t")),
        ("InvalidName", "create_state_machine", dict(name="a b", definition="{}", roleArn=ROLE)),
        ("InvalidDefinition", "create_state_machine", dict(name="a", definition="{}", roleArn=ROLE)),
        ("InvalidArn", "create_state_machine", dict(name="a", definition="{}", roleArn="nonsense")),
        ("ExecutionDoesNotExist", "stop_execution", dict(executionArn=arn("states", "execution:none:none"))),
    ],
    "events": [
        ("ValidationException", "put_rule", dict(Name="a b", EventPattern="{}")),
        ("ValidationException", "put_rule", dict(Name="a")),
        ("InvalidEventPatternException", "put_rule", dict(Name="a", EventPattern="no JSON")),
        ("ResourceNotFoundException", "describe_rule", dict(Name="none")),
        ("ValidationException", "put_targets", dict(Rule="none", Targets=[dict(Id="1")])),
        ("ResourceNotFoundException", "list_targets_by_rule", dict(Rule="none")),
        ("ValidationException", "put_events", dict(Entries=[])),
    ],
    "dynamodb": [
        ("ResourceNotFoundException", "get_item", dict(TableName="none", Key=ITEM)),
        ("ValidationException", "get_item", dict(TableName="drawbridge", Key={"pk": {"S": "a"}, "other": {"S": "b"}})),
        ("ValidationException", "get_item", dict(TableName="a b", Key=ITEM)),
        ("ValidationException", "put_item", dict(TableName="drawbridge")),
        ("ValidationException", "put_item", dict(TableName="drawbridge", Item={**ITEM, "pk": {"S": "p" * 2049}})),
        ("ValidationException", "put_item", dict(TableName="drawbridge", Item={**ITEM, "sk": {"S": "s" * 1025}})),
        ("ValidationException", "put_item", dict(TableName="drawbridge", Item={**ITEM, "pk": {"S": ""}})),
        ("ValidationException", "put_item", dict(TableName="drawbridge", Item=ITEM, ReturnValues="SOME")),
        ("ConditionalCheckFailedException", "put_item",
         dict(TableName="drawbridge", Item=ITEM, ConditionExpression="attribute_exists(pk)")),
    ],
    "kms": [
        ("NotFoundException", "describe_key", dict(KeyId="nonsense")),
        ("NotFoundException", "encrypt", dict(KeyId=KEY, Plaintext=b"a")),
        ("ValidationException", "encrypt", dict(KeyId=KEY, Plaintext=b"")),
        ("InvalidCiphertextException", "decrypt", dict(CiphertextBlob=b"nonsense")),
    ],
    "lambda": [
        ("ResourceNotFoundException", "invoke", dict(FunctionName="none")),
        ("ValidationException", "invoke", dict(FunctionName="a b")),
        ("ValidationException", "invoke", dict(FunctionName="none", InvocationType="Later")),
    ],
    "sts": [
        ("ValidationError", "assume_role", dict(RoleArn="nonsense", RoleSessionName="me")),
        ("ValidationError", "assume_role", dict(RoleArn=ROLE, RoleSessionName="m")),
        ("ValidationError", "assume_role", dict(RoleArn=ROLE)),
        ("AccessDenied", "assume_role", dict(RoleArn=ROLE, RoleSessionName="me")),
    ],
}


def answer(service, operation, request):
    try:
        client(service).__getattribute__(operation)(**request)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"].get("Message", "")
    return "taken", ""


def main():
    failed = total = 0
    for service, requests in WRONG.items():
        for expected, operation, request in requests:
            total += 1
            code, message = answer(service, operation, request)
            if code != expected:
                failed += 1
                print(f"{service} {operation} {json.dumps(request, default=str)[:200]}\n  {expected} expected: {code} {message}")
    print(f"{total - failed} of {total} wrong requests are refused with AWS's code")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
