package dev.drawbridge.plan;

import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import java.util.stream.Stream;

/**
 * A short text that is the same as long as the truth of a database is: whoever has read it leaves
 * the text, and whoever waits compares it with that of what he has registered.
 */
public final class Fingerprint {
  /** Two truths out of 2^64 are taken for one: by accident never, and nobody else writes here. */
  private static final int LENGTH = 16;

  private Fingerprint() {}

  /**
   * Of a database that RDS calls so now, and of its instances.
   *
   * @param resourceId RDS's immutable name of it: another may have its ARN later
   */
  public static String of(String presentArn, String resourceId, InstanceAddresses instances) {
    Stream<String> members = instances.members().stream().map(Member::truth).sorted();
    Stream<String> addresses =
        instances.resolved().stream()
            .map(each -> "%s at %s".formatted(each.member().identifier(), each.target()))
            .sorted();
    Stream<String> database = Stream.of(presentArn, resourceId);
    return Digest.of(Stream.of(database, members, addresses).flatMap(each -> each).toList())
        .substring(0, LENGTH);
  }
}
