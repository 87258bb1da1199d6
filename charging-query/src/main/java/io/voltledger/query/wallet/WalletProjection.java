package io.voltledger.query.wallet;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletEvent.WalletClosed;
import io.voltledger.api.wallet.WalletEvent.WalletReopened;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Keeps the wallet tables. A movement counts once: its row is written with the balances after it, and only a new row
 * moves the wallet.
 */
@Component
@ProcessingGroup("query-wallet")
class WalletProjection {

    private final JdbcClient jdbc;

    WalletProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(WalletEvent event) {
        Movement.of(event).ifPresent(movement -> apply(event, movement));
    }

    @EventHandler
    void on(WalletClosed event) {
        jdbc.sql("""
                        insert into wallet_closing (member_id, reason, closed_by, closed_at)
                        values (:member, :reason, :by, :at)
                        on duplicate key update reason = values(reason)
                        """)
                .param("member", event.wallet().value())
                .param("reason", event.reason())
                .param("by", event.by())
                .param("at", Utc.of(event.closedAt()))
                .update();
    }

    @EventHandler
    void on(WalletReopened event) {
        jdbc.sql("delete from wallet_closing where member_id = :member")
                .param("member", event.wallet().value())
                .update();
    }

    private void apply(WalletEvent event, Movement movement) {
        open(event, movement);
        if (record(event, movement) == 1) {
            move(event, movement);
        }
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from wallet_movement").update();
        jdbc.sql("delete from wallet").update();
        jdbc.sql("delete from wallet_closing").update();
    }

    private void open(WalletEvent event, Movement movement) {
        jdbc.sql("""
                        insert into wallet (member_id, currency, available, held, points, updated_at)
                        values (:member, :currency, 0, 0, 0, :at)
                        on duplicate key update currency = values(currency)
                        """)
                .param("member", event.wallet().value())
                .param("currency", movement.amount().currency().getCurrencyCode())
                .param("at", Utc.of(movement.at()))
                .update();
    }

    private int record(WalletEvent event, Movement movement) {
        return bind(event, movement, """
                        insert into wallet_movement (member_id, movement_id, kind, amount, currency, available, held,
                                                     points, source, bill_id, at)
                        select :member, :movement, :kind, :amount, :currency, w.available + :available, w.held + :held,
                               w.points + :points, :source, :bill, :at
                        from wallet w
                        where w.member_id = :member
                          and not exists (select 1 from wallet_movement m
                                          where m.member_id = :member and m.movement_id = :movement)
                        """)
                .param("movement", movement.id())
                .param("kind", movement.kind().name())
                .param("amount", movement.amount().amount())
                .param("currency", movement.amount().currency().getCurrencyCode())
                .param("source", Columns.of(movement.source(), Enum::name))
                .param("bill", Columns.of(movement.bill(), BillId::value))
                .update();
    }

    private void move(WalletEvent event, Movement movement) {
        bind(event, movement, """
                        update wallet set available = available + :available, held = held + :held, points = points + :points,
                            updated_at = :at
                        where member_id = :member
                        """).update();
    }

    private StatementSpec bind(WalletEvent event, Movement movement, String sql) {
        return jdbc.sql(sql)
                .param("member", event.wallet().value())
                .param("available", movement.available())
                .param("held", movement.held())
                .param("points", movement.points())
                .param("at", Utc.of(movement.at()));
    }
}
