package io.voltledger.node.tls;

import io.grpc.util.CertificateUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the PEM files hold.
 *
 * @param chain the node's certificate first
 * @param authorities of clients; empty where they need no certificate
 */
record Certificates(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> authorities) {

    private interface Reader<T> {
        T read(InputStream in) throws IOException, GeneralSecurityException;
    }

    /** Reads the files; throws {@link TlsException} where one is missing or damaged, or key and certificate do not belong together. */
    static Certificates read(TlsFiles files) {
        var chain = List.of(read("certificate", files.certificates(), CertificateUtils::getX509Certificates));
        var key = read("private key", files.key(), CertificateUtils::getPrivateKey);
        var authorities = files.clientAuthorities() instanceof Path path
                ? List.of(read("client authorities", path, CertificateUtils::getX509Certificates))
                : List.<X509Certificate>of();
        if (chain.isEmpty() || (files.clientAuthorities() != null && authorities.isEmpty())) {
            throw new TlsException("There is no certificate in " + files, null);
        }
        if (!belongTogether(chain.getFirst(), key)) {
            throw new TlsException(
                    "The private key %s is not that of the certificate %s".formatted(files.key(), files.certificates()),
                    null);
        }
        return new Certificates(chain, key, authorities);
    }

    private static <T> T read(String what, Path path, Reader<T> reader) {
        try {
            return reader.read(new ByteArrayInputStream(Files.readAllBytes(path)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new TlsException("The %s in %s cannot be read as PEM: %s".formatted(what, path, e), e);
        }
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        try {
            var algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            var signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
