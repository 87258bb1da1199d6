package io.voltledger.node.stream;

import io.axoniq.axonserver.grpc.streams.Open;
import io.axoniq.axonserver.grpc.streams.StreamRequest;
import io.axoniq.axonserver.grpc.streams.StreamSignal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.Failures;
import io.voltledger.node.wire.OutboundStream;
import org.jspecify.annotations.Nullable;

/** The server's end of one client's connection to a persistent stream. */
final class Consumer implements StreamObserver<StreamRequest> {

    private static final int READY_BYTES = 256 * 1024;

    private final PersistentStreams streams;
    private final OutboundStream<StreamSignal> client;
    private volatile String clientId = "";
    private volatile @Nullable PersistentStream stream;
    private boolean gone;

    Consumer(PersistentStreams streams, OutboundStream<StreamSignal> client) {
        this.streams = streams;
        this.client = client;
        client.onReady(READY_BYTES, this::ready);
        client.onEnd(this::leave);
    }

    String clientId() {
        return clientId;
    }

    boolean isReady() {
        return client.isReady();
    }

    void send(StreamSignal signal) {
        client.send(signal);
    }

    void complete() {
        client.complete();
    }

    void fail(StatusRuntimeException cause) {
        client.fail(cause);
    }

    private void ready() {
        if (stream instanceof PersistentStream joined) {
            joined.ready(this);
        }
    }

    @Override
    public void onNext(StreamRequest request) {
        if (request.hasOpen()) {
            open(request.getOpen());
        } else if (stream instanceof PersistentStream joined) {
            handle(request, joined);
        } else {
            fail(Status.FAILED_PRECONDITION
                    .withDescription("The first message must open a stream")
                    .asRuntimeException());
        }
    }

    private void handle(StreamRequest request, PersistentStream joined) {
        switch (request.getRequestCase()) {
            case ACKNOWLEDGEPROGRESS -> {
                var progress = request.getAcknowledgeProgress();
                joined.acknowledge(this, progress.getSegment(), progress.getPosition());
            }
            case REQUESTS -> {
                var more = request.getRequests();
                joined.request(this, more.getSegment(), more.getRequests());
            }
            case ERROR -> {
                var error = request.getError();
                joined.fail(this, error.getSegment(), error.getError());
            }
            case OPEN, REQUEST_NOT_SET -> {}
        }
    }

    private void open(Open open) {
        clientId = open.getClientId();
        client.name(clientId);
        try {
            streams.open(open).whenComplete((opened, failure) -> {
                if (failure == null) {
                    join(opened);
                } else {
                    fail(Failures.toStatus(failure));
                }
            });
        } catch (StatusRuntimeException e) {
            fail(e);
        }
    }

    private synchronized void join(PersistentStream opened) {
        if (!gone && stream == null) {
            stream = opened;
            opened.join(this);
        }
    }

    private void leave() {
        synchronized (this) {
            gone = true;
        }
        if (stream instanceof PersistentStream joined) {
            joined.leave(this);
        }
    }

    @Override
    public void onCompleted() {
        client.complete();
    }

    @Override
    public void onError(Throwable cause) {
        client.ended();
    }
}
