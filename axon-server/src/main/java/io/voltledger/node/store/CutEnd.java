package io.voltledger.node.store;

/**
 * A write that did not finish, which was cut off the end of a log file when the store was opened.
 *
 * @param file name of the log file
 * @param at size of the file since then: where the unfinished write began
 * @param bytes how much was cut off
 * @param why how it was seen that the write had not finished
 */
public record CutEnd(String file, long at, long bytes, String why) {

    static CutEnd of(LogFile.Outcome torn) {
        return new CutEnd(
                String.valueOf(torn.file().getFileName()), torn.sound(), torn.size() - torn.sound(), torn.why());
    }
}
