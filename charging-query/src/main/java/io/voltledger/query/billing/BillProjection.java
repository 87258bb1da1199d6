package io.voltledger.query.billing;

import io.voltledger.api.billing.BillEvent.BillNumbered;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the bill tables. */
@Component
@ProcessingGroup("query-billing")
class BillProjection {

    private static final Change OPEN = Change.each("""
            insert into bill (bill_id, session_id, member_id, token_id, state, tariff_id, tariff_version,
                              currency, net, vat, gross, outstanding, created_at)
            values (:bill, :session, :member, :token, 'OPEN', :tariff, :version,
                    :currency, :net, :vat, :gross, :gross, :at)
            on duplicate key update member_id = values(member_id), token_id = values(token_id),
                state = values(state), tariff_id = values(tariff_id), tariff_version = values(tariff_version),
                currency = values(currency), net = values(net), vat = values(vat), gross = values(gross),
                outstanding = values(outstanding)
            """);

    private static final Change PARK = Change.each("""
            insert into bill (bill_id, session_id, member_id, state, created_at)
            values (:bill, :session, :member, 'PARKED', :at)
            on duplicate key update state = values(state)
            """);

    private static final Change PAYMENT = Change.each("""
            insert into bill_payment (bill_id, source, reference, amount, currency, applied_at)
            values (:bill, :source, :reference, :amount, :currency, :at)
            on duplicate key update amount = values(amount)
            """);

    private static final Change OUTSTANDING =
            Change.latest("update bill set outstanding = :outstanding where bill_id = :bill");

    private static final Change PAY =
            Change.latest("update bill set state = 'PAID', outstanding = 0, paid_at = :at where bill_id = :bill");

    private static final Change OVERDUE = Change.latest("""
            update bill set state = 'OVERDUE', outstanding = :outstanding, overdue_at = :at
            where bill_id = :bill
            """);

    private static final Change NUMBER = Change.latest("update bill set number = :number where bill_id = :bill");

    private static final Change CREDIT = Change.each("""
            insert into bill_credit (bill_id, credit_id, reason, currency, net, vat, gross, issued_at)
            values (:bill, :credit, :reason, :currency, :net, :vat, :gross, :at)
            on duplicate key update reason = values(reason)
            """);

    private static final Change CREDIT_NUMBER = Change.each("""
            update bill_credit set number = :number where bill_id = :bill and credit_id = :credit
            """);

    private final JdbcClient jdbc;
    private final Changes changes;
    private final BillLines lines;

    BillProjection(JdbcClient jdbc, Changes changes, BillLines lines) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.lines = lines;
    }

    @EventHandler
    void on(BillOpened event) {
        changes.of(event.bill(), OPEN)
                .param("bill", event.bill().value())
                .param("session", event.session().value())
                .param("member", event.member().value())
                .param("token", Columns.of(event.token(), IdToken::value))
                .param("tariff", event.tariff().value())
                .param("version", event.tariffVersion())
                .param("currency", event.totals().gross().currency().getCurrencyCode())
                .param("net", event.totals().net().amount())
                .param("vat", event.totals().vat().amount())
                .param("gross", event.totals().gross().amount())
                .param("at", Utc.of(event.openedAt()))
                .apply();
        lines.write(event.bill(), event.lines());
    }

    @EventHandler
    void on(BillParked event) {
        changes.of(event.bill(), PARK)
                .param("bill", event.bill().value())
                .param("session", event.session().value())
                .param("member", Columns.of(event.member(), MemberId::value))
                .param("at", Utc.of(event.parkedAt()))
                .apply();
        lines.writeReasons(event.bill(), event.reasons());
    }

    @EventHandler
    void on(PaymentApplied event) {
        changes.of(event.bill(), PAYMENT)
                .param("bill", event.bill().value())
                .param("source", event.source().name())
                .param("reference", event.reference())
                .param("amount", event.amount().amount())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("at", Utc.of(event.appliedAt()))
                .apply();
        changes.of(event.bill(), OUTSTANDING)
                .param("bill", event.bill().value())
                .param("outstanding", event.outstanding().amount())
                .apply();
    }

    @EventHandler
    void on(BillPaid event) {
        changes.of(event.bill(), PAY)
                .param("bill", event.bill().value())
                .param("at", Utc.of(event.paidAt()))
                .apply();
    }

    @EventHandler
    void on(BillOverdue event) {
        changes.of(event.bill(), OVERDUE)
                .param("bill", event.bill().value())
                .param("outstanding", event.outstanding().amount())
                .param("at", Utc.of(event.overdueAt()))
                .apply();
    }

    @EventHandler
    void on(BillNumbered event) {
        CreditNoteId credit = event.creditNote();
        String number = event.series().print(event.number());
        if (credit == null) {
            changes.of(event.bill(), NUMBER)
                    .param("bill", event.bill().value())
                    .param("number", number)
                    .apply();
        } else {
            changes.of(event.bill(), CREDIT_NUMBER)
                    .param("bill", event.bill().value())
                    .param("credit", credit.value())
                    .param("number", number)
                    .apply();
        }
    }

    @EventHandler
    void on(CreditNoteIssued event) {
        changes.of(event.bill(), CREDIT)
                .param("bill", event.bill().value())
                .param("credit", event.creditNote().value())
                .param("reason", event.reason())
                .param("currency", event.totals().gross().currency().getCurrencyCode())
                .param("net", event.totals().net().amount())
                .param("vat", event.totals().vat().amount())
                .param("gross", event.totals().gross().amount())
                .param("at", Utc.of(event.issuedAt()))
                .apply();
        changes.of(event.bill(), OUTSTANDING)
                .param("bill", event.bill().value())
                .param("outstanding", event.outstanding().amount())
                .apply();
    }

    @ResetHandler
    void reset() {
        List.of("bill_credit", "bill_payment", "bill_reason", "bill_line", "bill")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
