package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The certificates that a station keeps. Guarded by its own monitor. */
final class Certificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final int SERIAL_DIGITS = 16;

    private record Installed(String type, ObjectNode hashes) {}

    private final List<Installed> installed = new ArrayList<>();

    synchronized Reply install(JsonNode request) {
        String pem = request.path("certificate").asText();
        if (!pem.contains(BEGIN)) {
            return Reply.status("Rejected");
        }
        installed.add(new Installed(request.path("certificateType").asText(), hashes(pem)));
        return Reply.status("Accepted");
    }

    synchronized Reply list(JsonNode request) {
        List<ObjectNode> found = installed.stream()
                .filter(known ->
                        known.type().equals(request.path("certificateType").asText()))
                .map(Installed::hashes)
                .toList();
        if (found.isEmpty()) {
            return Reply.status("NotFound");
        }
        ObjectNode answer = SimulatedStation.object().put("status", "Accepted");
        answer.putArray("certificateHashData").addAll(found);
        return Reply.of(answer);
    }

    synchronized Reply delete(JsonNode request) {
        boolean any = installed.removeIf(known -> known.hashes().equals(request.path("certificateHashData")));
        return Reply.status(any ? "Accepted" : "NotFound");
    }

    Reply signed(JsonNode request) {
        boolean usable = request.path("certificateChain").asText().contains(BEGIN);
        return Reply.status(usable ? "Accepted" : "Rejected");
    }

    /** Stands for the hashes of issuer and serial number, which this station does not read out of the certificate. */
    private static ObjectNode hashes(String pem) {
        String hash = sha256(pem);
        return SimulatedStation.object()
                .put("hashAlgorithm", "SHA256")
                .put("issuerNameHash", sha256("name:" + hash))
                .put("issuerKeyHash", sha256("key:" + hash))
                .put("serialNumber", hash.substring(0, SERIAL_DIGITS));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
