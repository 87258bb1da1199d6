package io.voltledger.node.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the certificates are, as PEM.
 *
 * @param certificates the node's certificate, followed by those between it and the authority
 * @param key its private key, PKCS #8 and not encrypted
 * @param clientAuthorities the authorities of clients, which then must show a certificate; null where they need none
 */
public record TlsFiles(
        Path certificates, Path key, @Nullable Path clientAuthorities) {}
