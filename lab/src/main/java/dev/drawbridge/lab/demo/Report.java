package dev.drawbridge.lab.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --report} writes.
 *
 * @param delays the profile's name
 * @param divisor of AWS's delays under that profile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
    String delays,
    long divisor,
    Onboarding onboarding,
    Entrances path,
    Data data,
    Failover failover) {

  /**
   * The run of the workflow.
   *
   * @param status as Step Functions names it
   * @param seconds from its start to its end
   * @param stateTransitions states that were entered, those of refresh-targets included
   * @param historyEvents events of its history and of that child's
   * @param apiCalls calls of the workers by operation, for example {@code rds:DescribeDBClusters}
   */
  public record Onboarding(
      String status,
      double seconds,
      long stateTransitions,
      long historyEvents,
      Map<String, Long> apiCalls) {}

  /** What the consumer was told. */
  public record Entrances(Entrance writer, Entrance reader) {}

  /** A name and a port. */
  public record Entrance(String host, int port) {}

  /**
   * What went through the path.
   *
   * @param rowsWritten through the writer's port
   * @param rowsReadBack through the reader's port
   * @param readersReached distinct servers that answered there, by their own number
   * @param blockedBeforeApproval attempts while the acceptance was pending, all of which failed
   */
  public record Data(
      int rowsWritten, int rowsReadBack, int readersReached, int blockedBeforeApproval) {}

  /**
   * What a consumer under load saw of a failover. Seconds are the lab's, under its delays.
   *
   * @param writeOutageSeconds from the last good write before the kill to the first good one that
   *     no failed one followed; null where the last write failed
   * @param writes how many were tried, each on a new connection
   * @param reads the same
   * @param misdirectedWrites writes that reached a read-only server after {@code settled}; more
   *     than 0 breaks the promise of refresh-targets
   * @param misdirectedBefore the same by phase, before {@code settled}
   * @param readsDuringOutage good reads between the kill and the first good write
   * @param longestReadGapSeconds between two good reads
   * @param instancePorts what writes saw beside them that found the writer through the ports of
   *     instances
   * @param ownSeconds how much of the outage was Drawbridge's; null where it cannot be told,
   *     because no event came
   * @param aws how much was the simulated AWS's; null where {@code ownSeconds} is
   * @param publishedDelays the same seed on the virtual clock with the published delays
   */
  public record Failover(
      @Nullable Double writeOutageSeconds,
      int writes,
      int reads,
      int readErrors,
      int writeErrors,
      int misdirectedWrites,
      Misdirected misdirectedBefore,
      long readsDuringOutage,
      double longestReadGapSeconds,
      InstancePorts instancePorts,
      @Nullable Double ownSeconds,
      @Nullable Aws aws,
      PublishedDelays publishedDelays) {

    /** What is wrong with it, in words; empty where the path kept its promises. */
    public Optional<String> complaint() {
      if (misdirectedWrites > 0) {
        return Optional.of(
            "%d write%s reached a server that only reads after the switch had settled"
                .formatted(misdirectedWrites, misdirectedWrites == 1 ? "" : "s"));
      }
      if (writeOutageSeconds == null) {
        return Optional.of("writes fail again although the path had been repaired");
      }
      if (instancePorts.writeOutageSeconds() == null) {
        return Optional.of("writes through the ports of instances fail in the end");
      }
      return readsDuringOutage == 0
          ? Optional.of("no read succeeded while writes failed, although readers served")
          : Optional.empty();
    }
  }

  /**
   * Writes through the ports of instances.
   *
   * @param writeOutageSeconds as of the writer's port; null where the last write failed
   * @param writes how many were tried, each on a new connection
   */
  public record InstancePorts(@Nullable Double writeOutageSeconds, int writes, int writeErrors) {}

  /**
   * Writes that reached a read-only server, by the phase in which they began.
   *
   * @param beforeSwitched while the old writer was still a target
   * @param switchedToSettled while the load balancer might still use it
   */
  public record Misdirected(int beforeSwitched, int switchedToSettled) {}

  /**
   * AWS's parts of an outage, in seconds.
   *
   * @param detectionAndPromotion until a reader accepts writes
   * @param eventApiAndDns until an event, the RDS API and DNS tell of it
   * @param targetRegistrationAndHealth until the load balancer uses the new target
   */
  public record Aws(
      double detectionAndPromotion, double eventApiAndDns, double targetRegistrationAndHealth) {}

  /**
   * A failover with the published delays, on the virtual clock.
   *
   * @param writeOutageSeconds from the first to the last new write connection that failed
   * @param instancePortsWriteOutageSeconds the same through the ports of instances, hosts that are
   *     dead refusing
   * @param ownSeconds how much of it was Drawbridge's
   * @param aws how much was AWS's: published figures or labelled assumptions
   */
  public record PublishedDelays(
      double writeOutageSeconds,
      double instancePortsWriteOutageSeconds,
      @Nullable Double ownSeconds,
      @Nullable Aws aws) {}

  /** Writes it as JSON. */
  public void writeTo(Path file) {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    try {
      json.writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + file, e);
    }
  }
}
