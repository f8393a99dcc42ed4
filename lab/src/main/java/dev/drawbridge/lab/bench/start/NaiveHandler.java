package dev.drawbridge.lab.bench.start;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * What ours is measured against: a handler as most are written, with three clients made in its
 * constructor by {@code create()}, so with the default transport and the default credentials chain,
 * and one call through each.
 */
public final class NaiveHandler implements RequestHandler<Map<String, String>, String> {
  private final RdsClient rds = RdsClient.create();
  private final ElasticLoadBalancingV2Client elb = ElasticLoadBalancingV2Client.create();
  private final Ec2Client ec2 = Ec2Client.create();

  @Override
  public String handleRequest(Map<String, String> input, Context context) {
    int clusters = rds.describeDBClusters().dbClusters().size();
    int groups = elb.describeTargetGroups().targetGroups().size();
    int subnets = ec2.describeSubnets().subnets().size();
    return "%d clusters, %d target groups, %d subnets".formatted(clusters, groups, subnets);
  }
}
