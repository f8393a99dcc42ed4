package dev.drawbridge.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that begins TLS as PostgreSQL or MySQL does, with a certificate for two names. */
final class TlsServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  /** A greeting of protocol 10: length, sequence, and as much as a client reads before TLS. */
  private static final byte[] GREETING = {4, 0, 0, 0, 10, '8', 0, 0};

  private static final int SSL_REQUEST = 8;
  private static final int SSL_PACKET = 36;

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final SSLContext tls;
  private final String certificate;

  TlsServer(Path home, boolean mysql) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(keys(home).toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    certificate =
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(
                Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded()));
    Thread.ofVirtual().start(() -> serve(mysql));
  }

  int port() {
    return socket.getLocalPort();
  }

  /** In PEM; it is its own root. */
  String certificate() {
    return certificate;
  }

  private static Path keys(Path home) throws IOException {
    Path file = home.resolve("keys.p12");
    if (!Files.exists(file)) {
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-alias",
              "server",
              "-keyalg",
              "EC",
              "-dname",
              "CN=database",
              "-ext",
              "san=dns:localhost,dns:orders.example.com",
              "-ext",
              "bc=ca:true",
              "-storetype",
              "PKCS12",
              "-storepass",
              PASSWORD,
              "-keystore",
              file.toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
    }
    return file;
  }

  private void serve(boolean mysql) {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        if (mysql) {
          out.write(GREETING);
          in.readNBytes(SSL_PACKET);
        } else {
          in.readNBytes(SSL_REQUEST);
          out.write('S');
        }
        try (SSLSocket secure =
            (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true)) {
          secure.setUseClientMode(false);
          secure.startHandshake();
          secure.getInputStream().read();
        }
      } catch (IOException clientLeft) {
        // The next one may stay.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
