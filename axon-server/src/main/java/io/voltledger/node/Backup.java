package io.voltledger.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a backup says of itself, in its file {@code BACKUP.json}, which is written last: a folder without it is no backup. Otherwise a backup has the
 * layout of a node's data directory.
 *
 * @param format of the storage
 * @param created ISO 8601 in UTC
 */
record Backup(int format, String created, List<Part> contexts) {

    /** One context, with the newest token that is in the backup for sure. */
    record Part(String context, long lastToken) {}

    static final String FILE = "BACKUP.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Backup {
        contexts = List.copyOf(contexts);
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), MAPPER.writeValueAsString(this) + "\n", UTF_8);
        Folders.sync(folder);
    }

    /** Throws {@link NodeStartException} where there is no whole backup, or one of a newer version. */
    static Backup read(Path folder) {
        try {
            if (!Files.exists(folder.resolve(FILE))) {
                throw new NodeStartException("%s is no backup: it has no %s".formatted(folder, FILE), null);
            }
            var backup = MAPPER.readValue(Files.readString(folder.resolve(FILE)), Backup.class);
            if (backup.format > DataDirectory.FORMAT) {
                var text = "The backup in %s has format %d; this node reads formats up to %d. Use a newer version";
                throw new NodeStartException(text.formatted(folder, backup.format, DataDirectory.FORMAT), null);
            }
            return backup;
        } catch (JsonProcessingException e) {
            throw new NodeStartException("%s in %s is damaged".formatted(FILE, folder), e);
        } catch (IOException e) {
            throw new NodeStartException("The backup in %s cannot be read: %s".formatted(folder, e), e);
        }
    }
}
