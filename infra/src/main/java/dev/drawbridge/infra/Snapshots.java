package dev.drawbridge.infra;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.lambda.IVersion;

/**
 * The versions that Lambda takes a snapshot of, a few at a time: how many it takes at once is
 * limited and not published, and a deployment that asks for more fails (seen by users,
 * terraform-provider-aws#29907).
 */
final class Snapshots {
  /** UNCONFIRMED: small enough for every report, and minutes faster than one by one. */
  static final int AT_ONCE = 5;

  private final List<IVersion> published = new ArrayList<>();

  /** Lets CloudFormation publish a version only after the one that is five places before it. */
  void publish(IVersion version) {
    if (published.size() >= AT_ONCE) {
      version.getNode().addDependency(published.get(published.size() - AT_ONCE));
    }
    published.add(version);
  }
}
