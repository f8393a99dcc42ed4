package dev.drawbridge.exposure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.model.Switching;
import dev.drawbridge.plan.StrictFields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of an exposure's settings, at every door alike. */
public final class SettingsReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ON_OFF = Pattern.compile("on|off");
  private static final Pattern SUBNET = Pattern.compile("subnet-[0-9a-f]{8,17}");
  private static final Pattern ANY = Pattern.compile(".*");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[1-9]");
  private static final Pattern DNS_NAME =
      Pattern.compile(
          "|(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
  private static final int HIGHEST_PORT = 65_535;
  private static final int LARGEST_QUORUM = 5;
  private static final int MOST_SUBNETS = 10;
  private static final int MOST_REGIONS = 20;

  private SettingsReader() {}

  /** Reads them; what is at fault is told by {@link StrictFields#end}. */
  public static SettingsChange read(StrictFields fields) {
    Integer readerPort = fields.integer("readerPort", 1, HIGHEST_PORT).orElse(null);
    Integer writerPort = fields.integer("writerPort", 1, HIGHEST_PORT).orElse(null);
    fields.meaning(() -> apart(readerPort, writerPort), true);
    return new SettingsChange(
        readerPort,
        writerPort,
        fields
            .optionalText("enforcement", ON_OFF, "expected \"on\" or \"off\"")
            .map(text -> text.equals("on") ? Enforcement.ON : Enforcement.OFF)
            .orElse(null),
        flag(fields, "manageDatabaseSecurityGroup"),
        flag(fields, "acceptHostBlockRisk"),
        flag(fields, "acceptKeepsAwake"),
        subnets(fields),
        fields.integer("quorum", 1, LARGEST_QUORUM).orElse(null),
        flag(fields, "instancePorts"),
        fields.integer("firstInstancePort", 1, HIGHEST_PORT).orElse(null),
        fields.integer("lastInstancePort", 1, HIGHEST_PORT).orElse(null),
        fields
            .optionalText("switching", ANY, "expected \"register\" or \"repoint\"")
            .map(mode -> fields.meaning(() -> Switching.of(mode), Switching.REGISTER))
            .orElse(null),
        regions(fields),
        fields
            .optionalText(
                "privateDnsName",
                DNS_NAME,
                "expected a name in a domain of yours in lower case, as db.example.com, or \"\" for none")
            .orElse(null));
  }

  /**
   * Reads the defaults of an installation.
   *
   * @param json an object of nothing but settings
   * @throws IllegalArgumentException if it is no JSON, or naming every field that is wrong
   */
  public static SettingsChange defaults(String json) {
    try {
      StrictFields fields = new StrictFields(JSON.readTree(json));
      SettingsChange read = read(fields);
      fields.end();
      return read;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    } catch (InvalidRequest e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static @Nullable Boolean flag(StrictFields fields, String field) {
    return fields.optionalFlag(field).orElse(null);
  }

  private static @Nullable List<String> subnets(StrictFields fields) {
    Optional<List<String>> ids =
        fields.optionalTexts(
            "subnetIds", SUBNET, "expected ids of subnets: subnet-0123456789abcdef0");
    return ids.map(texts -> fields.meaning(() -> few(texts), List.<String>of())).orElse(null);
  }

  private static List<String> few(List<String> texts) {
    if (texts.size() > MOST_SUBNETS) {
      throw StrictFields.refused(
          "subnetIds", texts.size() + " subnets", "at most " + MOST_SUBNETS + " are allowed");
    }
    return texts;
  }

  private static @Nullable List<String> regions(StrictFields fields) {
    Optional<List<String>> regions =
        fields.optionalTexts(
            "consumerRegions", REGION, "expected names of AWS Regions, as us-east-1");
    return regions.map(names -> fields.meaning(() -> once(names), List.<String>of())).orElse(null);
  }

  private static List<String> once(List<String> regions) {
    if (regions.size() > MOST_REGIONS || Set.copyOf(regions).size() < regions.size()) {
      throw StrictFields.refused(
          "consumerRegions",
          regions,
          "name each Region once, and at most " + MOST_REGIONS + " of them");
    }
    return regions;
  }

  private static boolean apart(@Nullable Integer readerPort, @Nullable Integer writerPort) {
    if (readerPort != null && Objects.equals(readerPort, writerPort)) {
      throw StrictFields.refused(
          "writerPort", writerPort, "readerPort is the same; a port can serve only one of them");
    }
    return true;
  }
}
