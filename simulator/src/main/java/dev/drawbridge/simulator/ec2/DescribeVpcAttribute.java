package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;

/** Shows one attribute of a VPC; every VPC here resolves names and gives some out. */
record DescribeVpcAttribute(Ec2State state)
    implements Operation<DescribeVpcAttributeRequest, DescribeVpcAttributeResponse> {
  @Override
  public DescribeVpcAttributeResponse handle(DescribeVpcAttributeRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    VpcRecord vpc = state.vpcs.require(request.vpcId(), caller);
    DescribeVpcAttributeResponse.Builder answer =
        DescribeVpcAttributeResponse.builder().vpcId(vpc.id());
    return switch (request.attribute()) {
      case ENABLE_DNS_SUPPORT -> answer.enableDnsSupport(flag(true)).build();
      case ENABLE_DNS_HOSTNAMES -> answer.enableDnsHostnames(flag(true)).build();
      default -> answer.enableNetworkAddressUsageMetrics(flag(false)).build();
    };
  }

  private static AttributeBooleanValue flag(boolean value) {
    return AttributeBooleanValue.builder().value(value).build();
  }
}
