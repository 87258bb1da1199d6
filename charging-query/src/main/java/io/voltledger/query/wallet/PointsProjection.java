package io.voltledger.query.wallet;

import io.voltledger.api.wallet.PointsPart;
import io.voltledger.api.wallet.WalletEvent.PointsExpired;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.api.wallet.WalletEvent.PointsReturned;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the table of lots of points. What moved a lot is remembered, so that it moves it once. */
@Component
@ProcessingGroup("query-wallet")
class PointsProjection {

    private final JdbcClient jdbc;

    PointsProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(PointsGranted event) {
        jdbc.sql("""
                        insert into points_lot (member_id, lot_id, currency, granted, remaining, expired, reason, granted_by,
                                                granted_at, expires_at)
                        values (:member, :lot, :currency, :amount, :amount, 0, :reason, :by, :at, :until)
                        on duplicate key update reason = values(reason)
                        """)
                .param("member", event.wallet().value())
                .param("lot", event.lot().value())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("amount", event.amount().amount())
                .param("reason", event.reason())
                .param("by", event.by())
                .param("at", Utc.of(event.grantedAt()))
                .param("until", Utc.of(event.expiresAt()))
                .update();
    }

    @EventHandler
    void on(PointsUsed event) {
        event.parts().forEach(part -> move(event.hold().value() + "/drawn", part, -1));
    }

    @EventHandler
    void on(PointsReturned event) {
        event.parts().forEach(part -> move(event.cause() + "/returned", part, 1));
    }

    @EventHandler
    void on(PointsExpired event) {
        PointsPart part = new PointsPart(event.lot(), event.amount());
        if (move(event.lot().value() + "/expired/" + event.cause(), part, -1)) {
            expired(part, event.expiredAt());
        }
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from points_movement").update();
        jdbc.sql("delete from points_lot").update();
    }

    private boolean move(String movement, PointsPart part, int direction) {
        int fresh = jdbc.sql("""
                        insert into points_movement (lot_id, movement_id, amount)
                        select :lot, :movement, :amount from points_lot
                        where lot_id = :lot
                          and not exists (select 1 from points_movement where lot_id = :lot and movement_id = :movement)
                        """)
                .param("lot", part.lot().value())
                .param("movement", movement)
                .param("amount", direction * part.amount().amount())
                .update();
        jdbc.sql("""
                        update points_lot
                        set remaining = granted + (select coalesce(sum(m.amount), 0) from points_movement m where m.lot_id = :lot)
                        where lot_id = :lot
                        """).param("lot", part.lot().value()).update();
        return fresh == 1;
    }

    private void expired(PointsPart part, Instant at) {
        jdbc.sql("update points_lot set expired = expired + :amount, expired_at = :at where lot_id = :lot")
                .param("amount", part.amount().amount())
                .param("at", Utc.of(at))
                .param("lot", part.lot().value())
                .update();
    }
}
