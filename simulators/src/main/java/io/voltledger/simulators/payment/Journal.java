package io.voltledger.simulators.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of entries, one JSON line each, on disk before {@link #append} returns. */
final class Journal implements AutoCloseable {

    private final FileChannel channel;
    private final ObjectMapper mapper;
    private final List<BookEntry> recovered;

    private Journal(FileChannel channel, ObjectMapper mapper, List<BookEntry> recovered) {
        this.channel = channel;
        this.mapper = mapper;
        this.recovered = recovered;
    }

    /** Opens or creates the journal of a folder; a line that a crash cut off is dropped, it was never answered. */
    static Journal open(Path folder, ObjectMapper mapper) {
        try {
            Path file = Files.createDirectories(folder).resolve("payments.jsonl");
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            List<BookEntry> entries = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < content.length; i++) {
                if (content[i] == '\n') {
                    entries.add(mapper.readValue(content, start, i - start, BookEntry.class));
                    start = i + 1;
                }
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(start).position(start);
            return new Journal(channel, mapper, entries);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal in " + folder, e);
        }
    }

    List<BookEntry> recovered() {
        return recovered;
    }

    void append(List<BookEntry> entries) {
        try {
            StringBuilder lines = new StringBuilder();
            for (BookEntry entry : entries) {
                lines.append(mapper.writerFor(BookEntry.class).writeValueAsString(entry))
                        .append('\n');
            }
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
