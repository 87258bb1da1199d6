package io.voltledger.query.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillState;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.BillView;
import io.voltledger.api.billing.BillView.AppliedPayment;
import io.voltledger.api.billing.BillView.CreditNote;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the bill tables as views. */
final class BillRows {

    private BillRows() {}

    static BillView bill(ResultSet row, int number) throws SQLException {
        return new BillView(
                new BillId(row.getString("bill_id")),
                new SessionId(row.getString("session_id")),
                Columns.text(row, "member_id", MemberId::new),
                Columns.text(row, "token_id", IdToken::new),
                BillState.valueOf(row.getString("state")),
                Columns.text(row, "tariff_id", TariffId::new),
                Columns.integer(row, "tariff_version"),
                List.of(),
                totals(row),
                Columns.moneyOrNull(row, "outstanding", "currency"),
                List.of(),
                List.of(),
                Utc.read(row, "created_at"),
                Utc.readNullable(row, "paid_at"),
                Utc.readNullable(row, "overdue_at"),
                row.getString("number"),
                List.of());
    }

    static BillView with(
            BillView view,
            List<BillLine> lines,
            List<AppliedPayment> payments,
            List<String> reasons,
            List<CreditNote> creditNotes) {
        return new BillView(
                view.id(),
                view.session(),
                view.member(),
                view.token(),
                view.state(),
                view.tariff(),
                view.tariffVersion(),
                lines,
                view.totals(),
                view.outstanding(),
                payments,
                reasons,
                view.createdAt(),
                view.paidAt(),
                view.overdueAt(),
                view.number(),
                creditNotes);
    }

    static BillLine line(ResultSet row, int number) throws SQLException {
        return new BillLine(
                BillLine.Kind.valueOf(row.getString("kind")),
                Columns.plain(row.getBigDecimal("quantity")),
                row.getString("unit"),
                Columns.decimal(row, "unit_price"),
                Columns.money(row, "net", "currency"),
                Columns.decimal(row, "vat_rate"),
                Columns.money(row, "vat", "currency"),
                Columns.money(row, "gross", "currency"),
                Sources.read(row.getString("sources")));
    }

    static AppliedPayment payment(ResultSet row, int number) throws SQLException {
        return new AppliedPayment(
                PaymentSource.valueOf(row.getString("source")),
                row.getString("reference"),
                Columns.money(row, "amount", "currency"),
                Utc.read(row, "applied_at"));
    }

    static CreditNote credit(ResultSet row, int number) throws SQLException {
        return new CreditNote(
                new CreditNoteId(row.getString("credit_id")),
                row.getString("number"),
                row.getString("reason"),
                new BillTotals(
                        Columns.money(row, "net", "currency"),
                        Columns.money(row, "vat", "currency"),
                        Columns.money(row, "gross", "currency")),
                Utc.read(row, "issued_at"));
    }

    private static @Nullable BillTotals totals(ResultSet row) throws SQLException {
        Money gross = Columns.moneyOrNull(row, "gross", "currency");
        return gross == null
                ? null
                : new BillTotals(Columns.money(row, "net", "currency"), Columns.money(row, "vat", "currency"), gross);
    }
}
