package io.voltledger.ocpp.messages;

/** Takes note of frames. It returns at once, and never fails, whatever becomes of the note. */
public interface MessageSink {

    /** Where no log is kept. */
    MessageSink NONE = message -> {};

    /** Any thread. */
    void note(Message message);
}
