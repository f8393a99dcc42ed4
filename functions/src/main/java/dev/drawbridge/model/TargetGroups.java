package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * The target groups of an exposed database, by ARN.
 *
 * @param writerArn the writer's group; with {@link Switching#WARM} one of several
 * @param switching warm if that is wanted or if there are several groups for writers: then the
 *     listener tells which of them is the writer's
 */
public record TargetGroups(String writerArn, String readerArn, Switching switching) {

  /** What older releases have written has no {@code switching}. */
  public TargetGroups(String writerArn, String readerArn, @Nullable Switching switching) {
    this.writerArn = writerArn;
    this.readerArn = readerArn;
    this.switching = switching == null ? Switching.CLASSIC : switching;
  }
}
