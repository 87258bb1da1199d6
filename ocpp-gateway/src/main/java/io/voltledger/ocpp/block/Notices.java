package io.voltledger.ocpp.block;

import io.voltledger.api.chargepoint.CertificateRequestCommand.RequestCertificate;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.StationDay;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationNotice;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stations let the platform know of themselves, and ask for certificates. */
public final class Notices {

    private final StationCommands commands;

    public Notices(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<@Nullable Object> keep(StationCall call, StationNotice notice) {
        StationDay day = StationDay.of(call.station(), call.receipt().receivedAt());
        return commands.send(
                new RecordStationNotice(
                        day, call.station(), notice, call.payload().findings().anomalies(), call.receipt()),
                call);
    }

    /** @param csr the PKCS#10 request in PEM */
    public CompletableFuture<@Nullable Object> certificateRequested(StationCall call, String csr) {
        CertificateRequestId id = CertificateRequestId.of(call.station(), csr);
        return commands.send(new RequestCertificate(id, call.station(), csr, call.receipt()), call);
    }
}
