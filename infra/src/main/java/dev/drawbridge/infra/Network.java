package dev.drawbridge.infra;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.constructs.Construct;

/**
 * The database's VPC, as parameters of the stack: nothing is looked up, so that one template serves
 * every account. Parameters and security group exist only if a worker of the catalogue is in the
 * VPC.
 */
final class Network {
  private final Construct scope;
  private CfnFunction.@Nullable VpcConfigProperty made;

  Network(Construct scope) {
    this.scope = scope;
  }

  /** Where a worker that must be in the VPC runs. */
  CfnFunction.VpcConfigProperty vpcConfig() {
    CfnFunction.VpcConfigProperty answer = made;
    if (answer == null) {
      answer = make();
      made = answer;
    }
    return answer;
  }

  private CfnFunction.VpcConfigProperty make() {
    CfnParameter vpc =
        CfnParameter.Builder.create(scope, "VpcId")
            .type("AWS::EC2::VPC::Id")
            .description("The VPC of the databases.")
            .build();
    CfnParameter subnets =
        CfnParameter.Builder.create(scope, "SubnetIds")
            .type("List<AWS::EC2::Subnet::Id>")
            .description("Private subnets of it with a way to the AWS APIs (NAT or endpoints).")
            .build();
    CfnSecurityGroup group =
        CfnSecurityGroup.Builder.create(scope, "WorkersSecurityGroup")
            .groupDescription("Drawbridge workers: out to the AWS APIs, nothing in")
            .vpcId(vpc.getValueAsString())
            .securityGroupEgress(List.of(https()))
            .build();
    return CfnFunction.VpcConfigProperty.builder()
        .subnetIds(subnets.getValueAsList())
        .securityGroupIds(List.of(group.getAttrGroupId()))
        .build();
  }

  /** Names are resolved by the VPC's own resolver, which security groups do not filter. */
  private static CfnSecurityGroup.EgressProperty https() {
    return CfnSecurityGroup.EgressProperty.builder()
        .ipProtocol("tcp")
        .fromPort(443)
        .toPort(443)
        .cidrIp("0.0.0.0/0")
        .description("AWS APIs")
        .build();
  }
}
