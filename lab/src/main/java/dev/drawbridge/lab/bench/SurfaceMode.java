package dev.drawbridge.lab.bench;

import dev.drawbridge.simulator.Settings;

/** How a consumer gets to the writer, in any world. */
enum SurfaceMode {
  INSTANCE_PORTS("instance ports, dead hosts refuse") {
    @Override
    Policy in(Settings settings) {
      return new InstancePorts(words, "register", HostListClient.REFUSED, true, settings);
    }
  },
  REGISTER("writer port, register") {
    @Override
    Policy in(Settings settings) {
      return Drawbridge.byDefault().in(settings);
    }
  },
  REPOINT("writer port, repoint") {
    @Override
    Policy in(Settings settings) {
      return new InstancePorts(words, "repoint", Client.WRITER_PORT, true, settings);
    }
  };

  final String words;

  SurfaceMode(String words) {
    this.words = words;
  }

  /** Put into a world with these delays. */
  abstract Policy in(Settings settings);
}
