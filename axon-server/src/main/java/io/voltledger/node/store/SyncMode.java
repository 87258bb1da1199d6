package io.voltledger.node.store;

/** When an append is on the disk, measured against when it is acknowledged. */
public enum SyncMode {
    /** Before it is acknowledged. Nothing that was acknowledged is lost, whatever fails. */
    EVERY_COMMIT,
    /** Within a second. A killed process loses nothing; a power cut or kernel crash loses up to the last second. */
    EVERY_SECOND
}
