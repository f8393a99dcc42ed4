package dev.drawbridge.lab.bench;

import dev.drawbridge.simulator.Settings;

/** How a consumer gets to the writer, in any world. */
enum SurfaceMode {
  INSTANCE_PORTS("instance ports, dead hosts refuse", false) {
    @Override
    Policy in(Settings settings) {
      return new InstancePorts(words, "register", () -> HostListClient.REFUSED, true, settings);
    }
  },
  REGISTER("writer port, register", false) {
    @Override
    Policy in(Settings settings) {
      return Drawbridge.byDefault().in(settings);
    }
  },
  REPOINT("writer port, repoint", true) {
    @Override
    Policy in(Settings settings) {
      return new InstancePorts(words, "repoint", () -> Client.WRITER_PORT, true, settings);
    }
  };

  final String words;

  /** Whether it changes a listener; else it is all one how long that takes. */
  final boolean changesListener;

  SurfaceMode(String words, boolean changesListener) {
    this.words = words;
    this.changesListener = changesListener;
  }

  /** Put into a world with these delays. */
  abstract Policy in(Settings settings);
}
