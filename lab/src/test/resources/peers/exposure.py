"""An operator with boto3: what the API answers to, page by page, and what it refuses.

Talks to the endpoint in AWS_ENDPOINT_URL as the accounts PROVIDER and CONSUMER. Ends with status 0 only
if everything was as AWS documents it.
"""

import json
import os
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

PROVIDER, CONSUMER = os.environ["PROVIDER"], os.environ["CONSUMER"]
REGION = os.environ["AWS_DEFAULT_REGION"]
QUICK = {"Delay": 1, "MaxAttempts": 60}


def client(account, service):
    return boto3.client(
        service,
        endpoint_url=os.environ["AWS_ENDPOINT_URL"],
        region_name=REGION,
        aws_access_key_id=account,
        aws_secret_access_key="any",
        config=Config(retries={"total_max_attempts": 1}),
    )


ec2, elb, rds, sfn, sns, events, ddb, sts, functions = (
    client(PROVIDER, name)
    for name in ("ec2", "elbv2", "rds", "stepfunctions", "sns", "events", "dynamodb", "sts", "lambda")
)
consumer = client(CONSUMER, "ec2")


def refused(code, call, **arguments):
    """AWS's own error, and none of ours."""
    try:
        call(**arguments)
    except ClientError as error:
        found = error.response["Error"]["Code"]
        assert found == code, f"{code} expected, not {found}: {error}"
        assert error.response["ResponseMetadata"]["RequestId"], "an error names its request"
        return error
    raise AssertionError(f"{code} expected, but the call succeeded")


def unsuccessful(code, answer):
    """EC2 reports some failures in an answer with status 200."""
    found = [item["Error"]["Code"] for item in answer["Unsuccessful"]]
    assert found == [code], f"{code} expected: {found}"


def until(what, condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(0.2)


def tagged(kind, **tags):
    return [{"ResourceType": kind, "Tags": [{"Key": k, "Value": v} for k, v in tags.items()]}]


def databases():
    cluster = rds.describe_db_clusters(DBClusterIdentifier="orders")["DBClusters"][0]
    assert cluster["Status"] == "available" and cluster["Engine"] == "aurora-mysql"
    pages = list(rds.get_paginator("describe_db_instances").paginate(PaginationConfig={"PageSize": 20}))
    names = [i["DBInstanceIdentifier"] for page in pages for i in page["DBInstances"]]
    assert names == ["orders-1", "orders-2", "orders-3"], names
    refused("DBClusterNotFoundFault", rds.describe_db_clusters, DBClusterIdentifier="absent")
    refused("DBInstanceNotFound", rds.describe_db_instances, DBInstanceIdentifier="absent")
    refused("DBSubnetGroupNotFoundFault", rds.describe_db_subnet_groups, DBSubnetGroupName="absent")
    refused("InvalidParameterValue", rds.describe_db_instances, MaxRecords=5)
    rds.get_waiter("db_instance_available").wait(DBInstanceIdentifier="orders-1", WaiterConfig=QUICK)
    rds.add_tags_to_resource(ResourceName=cluster["DBClusterArn"], Tags=[{"Key": "team", "Value": "a = b + c"}])
    tags = rds.list_tags_for_resource(ResourceName=cluster["DBClusterArn"])["TagList"]
    assert tags == [{"Key": "team", "Value": "a = b + c"}], tags
    rds.remove_tags_from_resource(ResourceName=cluster["DBClusterArn"], TagKeys=["team"])
    group = rds.describe_db_subnet_groups(DBSubnetGroupName="private")["DBSubnetGroups"][0]
    return group["VpcId"], [s["SubnetIdentifier"] for s in group["Subnets"]]


def security_group(vpc):
    arguments = dict(GroupName="peer", Description="Of a peer", VpcId=vpc)
    refused("DryRunOperation", ec2.create_security_group, DryRun=True, **arguments)
    group = ec2.create_security_group(TagSpecifications=tagged("security-group", by="peer"), **arguments)["GroupId"]
    refused("InvalidGroup.Duplicate", ec2.create_security_group, **arguments)
    refused("InvalidGroup.NotFound", ec2.describe_security_groups, GroupIds=["sg-00000000000000000"])
    rule = [
        {"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3307,
         "IpRanges": [{"CidrIp": "127.20.0.0/16", "Description": "consumers"}]}
    ]
    made = ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=rule)["SecurityGroupRules"]
    assert made[0]["CidrIpv4"] == "127.20.0.0/16" and not made[0]["IsEgress"], made
    refused("InvalidPermission.Duplicate", ec2.authorize_security_group_ingress, GroupId=group, IpPermissions=rule)
    absent = [{"IpProtocol": "tcp", "FromPort": 1, "ToPort": 1, "IpRanges": [{"CidrIp": "127.20.0.0/16"}]}]
    refused("InvalidPermission.NotFound", ec2.revoke_security_group_ingress, GroupId=group, IpPermissions=absent)
    every = ec2.get_paginator("describe_security_group_rules").paginate(
        Filters=[{"Name": "group-id", "Values": [group]}], PaginationConfig={"PageSize": 5}
    )
    assert {r["IsEgress"] for page in every for r in page["SecurityGroupRules"]} == {True, False}
    ec2.create_tags(Resources=[group], Tags=[{"Key": "stage", "Value": "test"}])
    found = ec2.describe_security_groups(
        Filters=[{"Name": "tag:stage", "Values": ["t*"]}, {"Name": "vpc-id", "Values": [vpc]}]
    )["SecurityGroups"]
    assert [g["GroupId"] for g in found] == [group], found
    ec2.delete_tags(Resources=[group], Tags=[{"Key": "stage"}])
    described = ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [group]}])["Tags"]
    assert [(t["Key"], t["Value"]) for t in described] == [("by", "peer")], described
    return group


def pages():
    """Small pages show everything once, and a token that AWS did not give is refused."""
    paginator = ec2.get_paginator("describe_network_interfaces")
    seen = [i["NetworkInterfaceId"] for page in paginator.paginate(PaginationConfig={"PageSize": 5})
            for i in page["NetworkInterfaces"]]
    whole = [i["NetworkInterfaceId"] for i in ec2.describe_network_interfaces()["NetworkInterfaces"]]
    assert sorted(seen) == sorted(whole) and len(set(seen)) == len(seen)
    refused("InvalidNextToken", ec2.describe_subnets, NextToken="made up", MaxResults=5)
    refused("InvalidParameterValue", ec2.describe_subnets, Filters=[{"Name": "no-such-filter", "Values": ["x"]}])


def target_group(name, vpc, **more):
    arguments = dict(Name=name, Protocol="TCP", Port=3306, TargetType="ip", VpcId=vpc, HealthCheckIntervalSeconds=5,
                     HealthCheckTimeoutSeconds=4, HealthyThresholdCount=2, UnhealthyThresholdCount=2)
    return elb.create_target_group(**{**arguments, **more})["TargetGroups"][0]["TargetGroupArn"]


def target_groups(vpc, group_names):
    arns = [target_group(name, vpc, Tags=[{"Key": "by", "Value": "peer"}]) for name in group_names]
    assert target_group(group_names[0], vpc, Tags=[{"Key": "by", "Value": "peer"}]) == arns[0], "the same again is no error"
    refused("DuplicateTargetGroupName", target_group, name=group_names[0], vpc=vpc, Port=9)
    refused("TargetGroupNotFound", elb.describe_target_groups, Names=["absent"])
    refused("ValidationError", target_group, name="peer-bad", vpc=vpc, HealthCheckTimeoutSeconds=6)
    paginator = elb.get_paginator("describe_target_groups")
    found = [g["TargetGroupName"] for page in paginator.paginate(PaginationConfig={"PageSize": 1}) for g in page["TargetGroups"]]
    assert set(group_names) <= set(found) and len(found) == len(set(found)), found
    elb.modify_target_group_attributes(
        TargetGroupArn=arns[0], Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "0"}]
    )
    attributes = elb.describe_target_group_attributes(TargetGroupArn=arns[0])["Attributes"]
    assert {"Key": "deregistration_delay.timeout_seconds", "Value": "0"} in attributes
    refused("ValidationError", elb.modify_target_group_attributes, TargetGroupArn=arns[0],
            Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "3601"}])
    tags = elb.describe_tags(ResourceArns=[arns[0]])["TagDescriptions"][0]["Tags"]
    assert tags == [{"Key": "by", "Value": "peer"}], tags
    return arns


def load_balancer(subnets, group):
    made = elb.create_load_balancer(
        Name="peer", Type="network", Scheme="internal", Subnets=subnets, SecurityGroups=[group]
    )["LoadBalancers"][0]
    arn = made["LoadBalancerArn"]
    assert ":loadbalancer/net/peer/" in arn and made["State"]["Code"] == "provisioning", made
    assert sorted(z["SubnetId"] for z in made["AvailabilityZones"]) == sorted(subnets)
    refused("InvalidParameter", ec2.create_vpc_endpoint_service_configuration, NetworkLoadBalancerArns=[arn])
    elb.get_waiter("load_balancer_available").wait(LoadBalancerArns=[arn], WaiterConfig=QUICK)
    refused("LoadBalancerNotFound", elb.describe_load_balancers, Names=["absent"])
    refused("DuplicateLoadBalancerName", elb.create_load_balancer, Name="peer", Type="network", Scheme="internal",
            Subnets=subnets[:1], SecurityGroups=[group])
    elb.modify_load_balancer_attributes(
        LoadBalancerArn=arn, Attributes=[{"Key": "deletion_protection.enabled", "Value": "true"}])
    refused("OperationNotPermitted", elb.delete_load_balancer, LoadBalancerArn=arn)
    elb.modify_load_balancer_attributes(
        LoadBalancerArn=arn, Attributes=[{"Key": "deletion_protection.enabled", "Value": "false"}])
    return arn


def listeners(nlb, groups):
    def create(port, group):
        return elb.create_listener(
            LoadBalancerArn=nlb, Protocol="TCP", Port=port, DefaultActions=[{"Type": "forward", "TargetGroupArn": group}]
        )["Listeners"][0]["ListenerArn"]

    made = [create(3306, groups[0]), create(3307, groups[1])]
    refused("DuplicateListener", create, port=3306, group=groups[1])
    refused("TargetGroupNotFound", create, port=3308, group=groups[0][:-16] + "0123456789abcdef")
    elb.modify_listener(ListenerArn=made[1], DefaultActions=[{"Type": "forward", "ForwardConfig": {
        "TargetGroups": [{"TargetGroupArn": groups[1], "Weight": 1}]}}])
    listed = elb.describe_listeners(LoadBalancerArn=nlb)["Listeners"]
    assert [(l["Port"], l["Protocol"]) for l in listed] == [(3306, "TCP"), (3307, "TCP")], listed
    return made


def targets(groups):
    interfaces = ec2.describe_network_interfaces(
        Filters=[{"Name": "description", "Values": ["RDSNetworkInterface"]}])["NetworkInterfaces"]
    addresses = sorted(i["PrivateIpAddress"] for i in interfaces)
    assert len(addresses) == 3, addresses
    elb.register_targets(TargetGroupArn=groups[0], Targets=[{"Id": a, "Port": 3306} for a in addresses[1:]])
    elb.register_targets(TargetGroupArn=groups[1], Targets=[{"Id": addresses[0], "Port": 3306}])
    refused("InvalidTarget", elb.register_targets, TargetGroupArn=groups[0], Targets=[{"Id": "8.8.8.8", "Port": 3306}])
    refused("ValidationError", elb.register_targets, TargetGroupArn=groups[0], Targets=[{"Id": "orders-1"}])
    health = elb.describe_target_health(TargetGroupArn=groups[1])["TargetHealthDescriptions"]
    assert [h["TargetHealth"]["State"] for h in health] == ["initial"], health


def endpoint_service(nlb):
    made = ec2.create_vpc_endpoint_service_configuration(
        NetworkLoadBalancerArns=[nlb], AcceptanceRequired=True, ClientToken="once",
        TagSpecifications=tagged("vpc-endpoint-service", by="peer"))["ServiceConfiguration"]
    service, name = made["ServiceId"], made["ServiceName"]
    assert name == f"com.amazonaws.vpce.{REGION}.{service}" and made["AcceptanceRequired"] is True, made
    again = ec2.create_vpc_endpoint_service_configuration(
        NetworkLoadBalancerArns=[nlb], AcceptanceRequired=True, ClientToken="once",
        TagSpecifications=tagged("vpc-endpoint-service", by="peer"))["ServiceConfiguration"]
    assert again["ServiceId"] == service, "the same token is the same request"
    refused("InvalidParameter", ec2.create_vpc_endpoint_service_configuration, NetworkLoadBalancerArns=[nlb])
    refused("InvalidVpcEndpointServiceId.NotFound", ec2.describe_vpc_endpoint_service_configurations,
            ServiceIds=["vpce-svc-00000000000000000"])
    found = ec2.describe_vpc_endpoint_service_configurations(
        Filters=[{"Name": "tag:by", "Values": ["peer"]}])["ServiceConfigurations"]
    assert [s["ServiceId"] for s in found] == [service] and found[0]["ServiceState"] == "Available", found
    topic = sns.create_topic(Name="peer")["TopicArn"]
    notification = ec2.create_vpc_endpoint_connection_notification(
        ServiceId=service, ConnectionNotificationArn=topic, ConnectionEvents=["Connect", "Accept", "Reject", "Delete"]
    )["ConnectionNotification"]["ConnectionNotificationId"]
    listed = ec2.describe_vpc_endpoint_connection_notifications(ConnectionNotificationId=notification)
    assert sorted(listed["ConnectionNotificationSet"][0]["ConnectionEvents"]) == ["Accept", "Connect", "Delete", "Reject"]
    return service, name, notification


def connect(service, name):
    vpc = consumer.describe_vpcs()["Vpcs"][0]["VpcId"]
    subnets = [s["SubnetId"] for s in consumer.describe_subnets()["Subnets"]]
    groups = consumer.describe_security_groups(Filters=[{"Name": "group-name", "Values": ["endpoints"]}])["SecurityGroups"]
    request = dict(VpcEndpointType="Interface", VpcId=vpc, ServiceName=name, SubnetIds=subnets,
                   SecurityGroupIds=[groups[0]["GroupId"]])
    refused("InvalidServiceName", consumer.create_vpc_endpoint, **request)
    assert ec2.modify_vpc_endpoint_service_permissions(
        ServiceId=service, AddAllowedPrincipals=[f"arn:aws:iam::{CONSUMER}:root"])["ReturnValue"]
    allowed = ec2.describe_vpc_endpoint_service_permissions(ServiceId=service)["AllowedPrincipals"]
    assert [p["Principal"] for p in allowed] == [f"arn:aws:iam::{CONSUMER}:root"], allowed
    seen = consumer.describe_vpc_endpoint_services(ServiceNames=[name])["ServiceDetails"][0]
    assert seen["AcceptanceRequired"] and seen["Owner"] == PROVIDER, seen
    endpoint = consumer.create_vpc_endpoint(**request)["VpcEndpoint"]["VpcEndpointId"]
    pending = consumer.describe_vpc_endpoints(VpcEndpointIds=[endpoint])["VpcEndpoints"][0]
    assert pending["State"] == "pendingAcceptance", pending
    refused("InvalidVpcEndpointId.NotFound", consumer.describe_vpc_endpoints, VpcEndpointIds=["vpce-00000000000000000"])
    link = ec2.describe_vpc_endpoint_connections(Filters=[
        {"Name": "service-id", "Values": [service]}, {"Name": "vpc-endpoint-state", "Values": ["pendingAcceptance"]}
    ])["VpcEndpointConnections"]
    assert [(c["VpcEndpointId"], c["VpcEndpointOwner"]) for c in link] == [(endpoint, CONSUMER)], link
    unsuccessful("InvalidVpcEndpointId.NotFound", ec2.accept_vpc_endpoint_connections(
        ServiceId=service, VpcEndpointIds=["vpce-00000000000000000"]))
    assert not ec2.accept_vpc_endpoint_connections(ServiceId=service, VpcEndpointIds=[endpoint])["Unsuccessful"]
    until("an available endpoint", lambda: state(endpoint) == "available")
    return endpoint


def state(endpoint):
    return consumer.describe_vpc_endpoints(VpcEndpointIds=[endpoint])["VpcEndpoints"][0]["State"]


def take_away(nlb, groups, group, made, service, notification, endpoint):
    elb.get_waiter("target_in_service").wait(TargetGroupArn=groups[0], WaiterConfig=QUICK)
    refused("ResourceInUse", elb.delete_load_balancer, LoadBalancerArn=nlb)
    refused("ResourceInUse", elb.delete_target_group, TargetGroupArn=groups[0])
    refused("DependencyViolation", ec2.delete_security_group, GroupId=group)
    unsuccessful("ExistingVpcEndpointConnections",
                 ec2.delete_vpc_endpoint_service_configurations(ServiceIds=[service]))
    assert not ec2.reject_vpc_endpoint_connections(ServiceId=service, VpcEndpointIds=[endpoint])["Unsuccessful"]
    until("a rejected endpoint", lambda: state(endpoint) == "rejected")
    assert not consumer.delete_vpc_endpoints(VpcEndpointIds=[endpoint])["Unsuccessful"]
    ec2.delete_vpc_endpoint_connection_notifications(ConnectionNotificationIds=[notification])
    assert not ec2.delete_vpc_endpoint_service_configurations(ServiceIds=[service])["Unsuccessful"]
    unsuccessful("InvalidVpcEndpointServiceId.NotFound",
                 ec2.delete_vpc_endpoint_service_configurations(ServiceIds=[service]))
    for listener in made:
        elb.delete_listener(ListenerArn=listener)
    refused("ListenerNotFound", elb.delete_listener, ListenerArn=made[0])
    elb.delete_load_balancer(LoadBalancerArn=nlb)
    elb.delete_load_balancer(LoadBalancerArn=nlb)  # the second time is no error either
    elb.get_waiter("load_balancers_deleted").wait(LoadBalancerArns=[nlb], WaiterConfig=QUICK)
    for arn in groups:
        elb.delete_target_group(TargetGroupArn=arn)

    def gone():
        try:
            return ec2.delete_security_group(GroupId=group) is not None
        except ClientError as error:
            assert error.response["Error"]["Code"] == "DependencyViolation", error
            return False

    until("the load balancer's interfaces are gone", gone)
    refused("InvalidGroup.NotFound", ec2.delete_security_group, GroupId=group)


def failover():
    refused("DBClusterNotFoundFault", rds.failover_db_cluster, DBClusterIdentifier="absent")
    rds.failover_db_cluster(DBClusterIdentifier="orders", TargetDBInstanceIdentifier="orders-3")

    def writer():
        members = rds.describe_db_clusters(DBClusterIdentifier="orders")["DBClusters"][0]["DBClusterMembers"]
        return [m["DBInstanceIdentifier"] for m in members if m["IsClusterWriter"]]

    until("orders-3 is the writer", lambda: writer() == ["orders-3"])
    told = rds.describe_events(SourceType="db-cluster", SourceIdentifier="orders", Duration=60)["Events"]
    assert any("failover" in e["Message"] for e in told), told


def workflows():
    machines = {m["name"]: m["stateMachineArn"]
                for page in sfn.get_paginator("list_state_machines").paginate(PaginationConfig={"PageSize": 1})
                for m in page["stateMachines"]}
    assert {"onboard-consumer", "refresh-targets"} <= set(machines), machines
    refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=machines["refresh-targets"] + "x")
    refused("InvalidExecutionInput", sfn.start_execution, stateMachineArn=machines["onboard-consumer"], input="no JSON")
    request = json.dumps({"databaseIdentifier": "absent", "consumerAccountId": CONSUMER})
    run = sfn.start_execution(stateMachineArn=machines["onboard-consumer"], name="peer", input=request)["executionArn"]
    again = sfn.start_execution(stateMachineArn=machines["onboard-consumer"], name="peer", input=request)
    assert again["executionArn"] == run, "the same name with the same input is the same run"
    refused("ExecutionAlreadyExists", sfn.start_execution, stateMachineArn=machines["onboard-consumer"], name="peer", input="{}")
    until("a run for an absent database fails", lambda: sfn.describe_execution(executionArn=run)["status"] == "FAILED")
    assert sfn.describe_execution(executionArn=run)["error"] == "dev.drawbridge.error.InvalidRequest"
    history = [e["type"] for page in sfn.get_paginator("get_execution_history").paginate(
        executionArn=run, PaginationConfig={"PageSize": 5}) for e in page["events"]]
    assert history[0] == "ExecutionStarted" and history[-1] == "ExecutionFailed", history
    listed = sfn.list_executions(stateMachineArn=machines["onboard-consumer"], statusFilter="FAILED")["executions"]
    assert "peer" in [e["name"] for e in listed], listed
    refused("InvalidToken", sfn.send_task_success, taskToken="made up", output="{}")


def workers():
    request = json.dumps({"databaseIdentifier": "absent", "preflight": True}).encode()
    answer = functions.invoke(FunctionName="DiscoverDatabase", Payload=request)
    assert answer["StatusCode"] == 200 and answer["FunctionError"] == "Unhandled", answer
    error = json.load(answer["Payload"])
    assert error["errorType"] == "dev.drawbridge.error.InvalidRequest", error
    refused("ResourceNotFoundException", functions.invoke, FunctionName="absent")


def everything_else():
    assert sts.get_caller_identity()["Account"] == PROVIDER
    entry = {"Source": "peer", "DetailType": "RDS DB Cluster Event",
             "Resources": [f"arn:aws:rds:{REGION}:{PROVIDER}:cluster:orders"],
             "Detail": json.dumps({"EventID": "RDS-EVENT-0071", "SourceIdentifier": "orders"})}
    answer = events.put_events(Entries=[entry, {**entry, "Detail": "no JSON"}, {**entry, "Source": "aws.rds"}])
    assert answer["FailedEntryCount"] == 2 and answer["Entries"][1]["ErrorCode"] == "MalformedDetail", answer
    assert answer["Entries"][2]["ErrorCode"] == "NotAuthorizedForSourceException", answer
    assert "drawbridge" in ddb.list_tables()["TableNames"]
    refused("ResourceNotFoundException", ddb.describe_table, TableName="absent")
    refused("InvalidAction", ec2.describe_instances)


def main():
    vpc, subnets = databases()
    pages()
    group = security_group(vpc)
    groups = target_groups(vpc, ["peer-reader", "peer-writer"])
    nlb = load_balancer(subnets, group)
    made = listeners(nlb, groups)
    targets(groups)
    database_group = rds.describe_db_instances(DBInstanceIdentifier="orders-1")["DBInstances"][0][
        "VpcSecurityGroups"][0]["VpcSecurityGroupId"]
    rule = [{"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "UserIdGroupPairs": [{"GroupId": group}]}]
    ec2.authorize_security_group_ingress(GroupId=database_group, IpPermissions=rule)
    service, name, notification = endpoint_service(nlb)
    endpoint = connect(service, name)
    failover()
    elb.get_waiter("target_in_service").wait(TargetGroupArn=groups[0], WaiterConfig=QUICK)
    refused("DependencyViolation", ec2.delete_security_group, GroupId=group)
    ec2.revoke_security_group_ingress(GroupId=database_group, IpPermissions=rule)
    take_away(nlb, groups, group, made, service, notification, endpoint)
    workflows()
    workers()
    everything_else()


if __name__ == "__main__":
    sys.exit(main())
