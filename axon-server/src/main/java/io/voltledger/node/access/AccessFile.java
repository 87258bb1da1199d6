package io.voltledger.node.access;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The durable file of applications. It holds no token, and is readable by its owner alone. A change replaces it as a whole. */
final class AccessFile {

    /** What the file says. */
    record Content(TokenHash hashes, List<Credential> credentials) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private final Path file;

    AccessFile(Path directory) {
        file = directory.resolve("access.json");
    }

    Optional<Content> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(content(JSON.readTree(file.toFile())));
        } catch (IOException | IllegalArgumentException e) {
            throw new AccessException(
                    "The file of applications %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Content content(JsonNode root) {
        if (root.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("its version is " + root.path("version") + ", not " + VERSION);
        }
        var credentials = new ArrayList<Credential>();
        root.path("applications").forEach(node -> credentials.add(credential(node)));
        return new Content(new TokenHash(bytes(root, "key")), credentials);
    }

    private static Credential credential(JsonNode node) {
        var grants = StreamSupport.stream(node.path("roles").spliterator(), false)
                .map(role -> Grant.parse(role.asText()))
                .toList();
        var application = new Application(
                node.path("name").asText(),
                node.path("description").asText(),
                grants,
                Instant.ofEpochMilli(node.path("created").asLong()),
                Instant.ofEpochMilli(node.path("renewed").asLong()));
        return new Credential(application, bytes(node, "hash"));
    }

    private static byte[] bytes(JsonNode node, String field) {
        return Base64.getDecoder().decode(node.path(field).asText());
    }

    /** Returns when the new content is on the disk. */
    void write(Content content) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            var bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(content));
            try (var channel = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
                protect(fresh);
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory();
        } catch (IOException e) {
            throw new AccessException("The file of applications %s cannot be written: %s".formatted(file, e), e);
        }
    }

    private static void protect(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void syncDirectory() throws IOException {
        if (file.getParent() instanceof Path directory
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }

    private static JsonNode json(Content content) {
        var root = JSON.createObjectNode().put("version", VERSION);
        root.put("key", Base64.getEncoder().encodeToString(content.hashes().key()));
        var list = root.putArray("applications");
        for (var credential : content.credentials()) {
            var application = credential.application();
            var node = list.addObject().put("name", application.name()).put("description", application.description());
            application.grants().forEach(grant -> node.withArray("roles").add(grant.toString()));
            node.put("created", application.created().toEpochMilli());
            node.put("renewed", application.renewed().toEpochMilli());
            node.put("hash", Base64.getEncoder().encodeToString(credential.hash()));
        }
        return root;
    }
}
