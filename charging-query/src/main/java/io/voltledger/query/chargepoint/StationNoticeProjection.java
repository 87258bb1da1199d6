package io.voltledger.query.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationLogEvent.StationNoticeReceived;
import io.voltledger.api.chargepoint.StationLogEvent.VendorDataReceived;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import io.voltledger.query.sql.Utc;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the station_notice table. */
@Component
@ProcessingGroup("query-chargepoint")
class StationNoticeProjection {

    private final JdbcClient jdbc;

    StationNoticeProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(StationNoticeReceived event, @MessageIdentifier String eventId) {
        keep(eventId, event.station(), event.notice(), event.receipt());
    }

    @EventHandler
    void on(VendorDataReceived event, @MessageIdentifier String eventId) {
        String detail = Stream.of(event.messageId(), event.data())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        String vendor = Objects.requireNonNullElse(event.vendorId(), "");
        keep(
                eventId,
                event.station(),
                new StationNotice(Kind.VENDOR_DATA, vendor, null, detail, null),
                event.receipt());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from station_notice").update();
    }

    private void keep(String eventId, StationId station, StationNotice notice, Receipt receipt) {
        jdbc.sql("""
                        insert into station_notice (event_id, station_id, kind, word, request_id, detail, station_time,
                                                    received_at)
                        values (:event, :station, :kind, :word, :request, :detail, :stationTime, :at)
                        on duplicate key update detail = values(detail)
                        """)
                .param("event", eventId)
                .param("station", station.value())
                .param("kind", notice.kind().name())
                .param("word", notice.word())
                .param("request", notice.requestId())
                .param("detail", notice.detail())
                .param("stationTime", Utc.ofNullable(notice.stationTime()))
                .param("at", Utc.of(receipt.receivedAt()))
                .update();
    }
}
