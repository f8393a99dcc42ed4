package dev.drawbridge.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the settings of an exposure; null where it says nothing. The owner's
 * request changes them so; a consumer's may only say what is so already.
 *
 * @param subnetIds all further subnets: those that there are, and new ones
 * @param consumerRegions all regions besides the database's own whose consumers may connect
 * @param privateDnsName the name that consumers may use for their endpoint; empty for none
 */
public record SettingsChange(
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    @Nullable Enforcement enforcement,
    @Nullable Boolean manageDatabaseSecurityGroup,
    @Nullable Boolean acceptHostBlockRisk,
    @Nullable Boolean acceptKeepsAwake,
    @Nullable List<String> subnetIds,
    @Nullable Integer quorum,
    @Nullable Boolean instancePorts,
    @Nullable Integer firstInstancePort,
    @Nullable Integer lastInstancePort,
    @Nullable Switching switching,
    @Nullable List<String> consumerRegions,
    @Nullable String privateDnsName) {

  /** Says nothing. */
  public static final SettingsChange NONE = ofListeners(null, null, null);

  /** Keeps copies. */
  public SettingsChange {
    subnetIds = subnetIds == null ? null : List.copyOf(subnetIds);
    consumerRegions = consumerRegions == null ? null : List.copyOf(consumerRegions);
  }

  /** Says nothing besides what can be seen of listeners. */
  public static SettingsChange ofListeners(
      @Nullable Integer readerPort,
      @Nullable Integer writerPort,
      @Nullable Enforcement enforcement) {
    return new SettingsChange(
        readerPort,
        writerPort,
        enforcement,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** What it says, by field, in the order of the fields. */
  public Map<String, Object> stated() {
    Map<String, Object> stated = new LinkedHashMap<>();
    put(stated, "readerPort", readerPort);
    put(stated, "writerPort", writerPort);
    put(stated, "enforcement", enforcement == null ? null : enforcement.text());
    put(stated, "manageDatabaseSecurityGroup", manageDatabaseSecurityGroup);
    put(stated, "acceptHostBlockRisk", acceptHostBlockRisk);
    put(stated, "acceptKeepsAwake", acceptKeepsAwake);
    put(stated, "subnetIds", subnetIds);
    put(stated, "quorum", quorum);
    put(stated, "instancePorts", instancePorts);
    put(stated, "firstInstancePort", firstInstancePort);
    put(stated, "lastInstancePort", lastInstancePort);
    put(stated, "switching", switching == null ? null : switching.text());
    put(stated, "consumerRegions", consumerRegions);
    put(stated, "privateDnsName", privateDnsName);
    return stated;
  }

  private static void put(Map<String, Object> stated, String field, @Nullable Object value) {
    if (value != null) {
      stated.put(field, value);
    }
  }
}
