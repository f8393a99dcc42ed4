package dev.drawbridge.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Deterministic names of what we create: prefix, a readable part, what it is, a short hash.
 *
 * <p>At most 32 characters, letters, digits and hyphens, as ELBv2 demands of load balancers and
 * target groups. Never cut plainly: two long names would collide.
 */
public final class Names {
  /** The prefix of all names: the installation's. */
  public static final String PREFIX = InstallationName.ofProcess();

  private static final int LONGEST = 32;
  private static final int HASH = 8;
  private static final Pattern BY_ROLE = Pattern.compile(PREFIX + "-.*-[wr]-[0-9a-f]{8}");

  private Names() {}

  /** The load balancer of a database. */
  public static String loadBalancer(String databaseArn) {
    return name(databaseArn, "lb");
  }

  /** The load balancer's security group. */
  public static String securityGroup(String databaseArn) {
    return name(databaseArn, "sg");
  }

  /** The writer's target group. */
  public static String writerGroup(String databaseArn) {
    return name(databaseArn, "w");
  }

  /** The readers' target group. */
  public static String readerGroup(String databaseArn) {
    return name(databaseArn, "r");
  }

  /** The target group of one instance, by the identifier that its port belongs to. */
  public static String instanceGroup(String databaseArn, String identifier) {
    return name(identifier, "i", hash(databaseArn, "i", identifier));
  }

  /** Whether it is the name of a writer's or a reader's group. */
  public static boolean leadsByRole(String groupName) {
    return BY_ROLE.matcher(groupName).matches();
  }

  /** Whether it is the ARN of the target group, or of the load balancer, of that name. */
  public static boolean named(String arn, String name) {
    return arn.contains("/" + name + "/");
  }

  /** Whether it is the ARN of a target group that bears a name of ours. */
  public static boolean ofGroup(String groupArn) {
    return groupArn.contains(":targetgroup/" + PREFIX + "-");
  }

  /** A short hash of several texts; the separator cannot be part of an ARN. */
  public static String hash(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String name(String databaseArn, String kind) {
    String identifier = databaseArn.substring(databaseArn.lastIndexOf(':') + 1);
    return name(identifier, kind, hash(databaseArn, kind));
  }

  private static String name(String identifier, String kind, String hash) {
    int room = LONGEST - PREFIX.length() - kind.length() - HASH - 3;
    String readable = identifier.substring(0, Math.min(room, identifier.length()));
    return "%s-%s-%s-%s".formatted(PREFIX, trimHyphens(readable), kind, hash);
  }

  private static String trimHyphens(String text) {
    return text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
  }
}
