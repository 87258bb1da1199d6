package io.voltledger.node.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How a file looked; two that differ mean that it has changed. A missing file looks like an empty one of the epoch. */
record FileState(FileTime modified, long size, String identity) {

    static List<FileState> of(TlsFiles files) {
        return Stream.of(files.certificates(), files.key(), files.clientAuthorities())
                .filter(Objects::nonNull)
                .map(FileState::of)
                .toList();
    }

    private static FileState of(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileState(
                    attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (IOException e) {
            return new FileState(FileTime.fromMillis(0), 0, "missing");
        }
    }
}
