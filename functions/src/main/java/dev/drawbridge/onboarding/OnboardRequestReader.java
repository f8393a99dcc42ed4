package dev.drawbridge.onboarding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.exposure.SettingsReader;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.plan.EndDate;
import dev.drawbridge.plan.StrictFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The door of onboarding: turns JSON into a request, or says which field is wrong and why. */
public final class OnboardRequestReader {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  // PrivateLink supports no principals whose ARN has a path.
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@-]{1,64}");
  private static final Pattern VPC = Pattern.compile("vpc-[0-9a-f]{8,17}");
  private static final Pattern ANY = Pattern.compile(".*");
  private static final int MOST_CIDRS = 20;

  /** What an owner may say besides the settings of an exposure. */
  private static final List<String> OWNERS = List.of("plan", "force", "databaseResourceId");

  // Duplicate keys and trailing text are how two readers of one document come to disagree.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private OnboardRequestReader() {}

  /**
   * Reads a request as text.
   *
   * @throws InvalidRequest naming the field and the value, or the place where the JSON breaks
   */
  public static OnboardRequest read(String json, String providerAccountId) {
    try {
      return read(JSON.readTree(json), providerAccountId);
    } catch (JsonProcessingException e) {
      throw new InvalidRequest("request: malformed JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * Reads a request.
   *
   * @throws InvalidRequest naming the field and the value
   */
  public static OnboardRequest read(JsonNode json, String providerAccountId) {
    StrictFields fields = new StrictFields(json);
    OnboardRequest request =
        new OnboardRequest(
            databaseIdentifier(fields),
            consumerAccountId(fields),
            consumerRoleArn(fields).orElse(null),
            cidrs(fields),
            fields
                .optionalText(
                    "consumerVpcId", VPC, "expected the id of a VPC: vpc-0123456789abcdef0")
                .orElse(null),
            StatedPurpose.read(fields),
            validUntil(fields),
            SettingsReader.read(fields));
    for (String owners : OWNERS) {
      fields.refuse(
          owners,
          "it belongs to a request of the database's owner, by PUT /databases/{id} or by a run of"
              + " onboard-consumer without a consumer");
    }
    fields.refuse("hold", "an operator holds an exposure by PUT /databases/{id}/hold");
    fields.refuse("requestedBy", "who asks is read from the signature of the call");
    fields.refuse(
        "approvers",
        "approvers belong to the installation, and a tag drawbridge:approvers on the database"
            + " narrows them");
    fields.end();
    checkTogether(request, providerAccountId);
    return request;
  }

  /** Which database is meant. */
  public static String databaseIdentifier(StrictFields fields) {
    return fields.text(
        "databaseIdentifier",
        DatabaseArn.IDENTIFIER_OR_ARN,
        "expected the identifier or the ARN of an RDS cluster or instance");
  }

  /** Whose path it is. */
  public static String consumerAccountId(StrictFields fields) {
    return fields.text("consumerAccountId", ACCOUNT, "expected an account id of twelve digits");
  }

  /** The one role of the account whose path it is, if it is one's. */
  public static Optional<String> consumerRoleArn(StrictFields fields) {
    return fields.optionalText(
        "consumerRoleArn",
        ROLE,
        "expected the ARN of a role without a path: arn:aws:iam::222222222222:role/etl");
  }

  /** Rules that no field can break alone. */
  private static void checkTogether(OnboardRequest request, String providerAccountId) {
    if (request.consumerAccountId().equals(providerAccountId)) {
      throw StrictFields.refused(
          "consumerAccountId",
          request.consumerAccountId(),
          "it is the provider's own account, which reaches the database without a bridge");
    }
    String role = request.consumerRoleArn();
    if (role != null && !role.split(":", -1)[4].equals(request.consumerAccountId())) {
      throw StrictFields.refused(
          "consumerRoleArn", role, "it is no role of account " + request.consumerAccountId());
    }
  }

  private static String validUntil(StrictFields fields) {
    Optional<String> stated = fields.optionalText("validUntil", EndDate.FORM, EndDate.RULE);
    return fields.meaning(
        () -> {
          String day = stated.orElse("");
          if (!day.isEmpty() && !EndDate.exists(day)) {
            throw StrictFields.refused("validUntil", day, "there is no such day");
          }
          return day;
        },
        "");
  }

  private static List<String> cidrs(StrictFields fields) {
    List<String> texts = fields.texts("consumerCidrs", ANY, "expected CIDR blocks");
    return fields.meaning(() -> cidrs(texts), List.of());
  }

  private static List<String> cidrs(List<String> texts) {
    if (texts.size() > MOST_CIDRS) {
      throw StrictFields.refused(
          "consumerCidrs", texts.size() + " blocks", "at most " + MOST_CIDRS + " are allowed");
    }
    return texts.stream()
        .map(text -> Ipv4Block.parse("consumerCidrs", text).text())
        .distinct()
        .toList();
  }
}
