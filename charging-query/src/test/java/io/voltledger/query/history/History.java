package io.voltledger.query.history;

import io.voltledger.api.Receipt;
import io.voltledger.api.admission.AdmissionEvent;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.chargepoint.CertificateRequestEvent;
import io.voltledger.api.chargepoint.ChargePointEvent;
import io.voltledger.api.chargepoint.StationBookEvent;
import io.voltledger.api.chargepoint.StationCommandEvent;
import io.voltledger.api.chargepoint.StationLogEvent;
import io.voltledger.api.dunning.DunningEvent;
import io.voltledger.api.notification.NotificationEvent;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentMethodEvent;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.tariff.TariffEvent;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.api.topup.TopUpEvent;
import io.voltledger.api.wallet.WalletEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects facts in their order, each under its aggregate's identifier and sequence number. */
public final class History {

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private int frames;

    /** A station's frame. */
    Receipt receipt(Instant at) {
        frames++;
        return new Receipt("frame-" + frames, at);
    }

    void station(Instant at, String station, Object event) {
        add(at, event, "station:" + station, "frame-" + frames);
    }

    void operator(Instant at, Object event) {
        add(at, event, "operator:console", null);
    }

    void worker(Instant at, Object event) {
        add(at, event, "worker:payment", null);
    }

    void saga(Instant at, Object event) {
        add(at, event, "saga:billing", null);
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** What came since this many facts. */
    public List<Fact> since(int count) {
        return List.copyOf(facts.subList(count, facts.size()));
    }

    private void add(Instant at, Object event, String actor, @org.jspecify.annotations.Nullable String frame) {
        String aggregate = aggregateOf(event);
        long sequence = sequences.merge(aggregate, 0L, (last, start) -> last + 1);
        facts.add(Fact.of(aggregate, sequence, event, at, actor, "chain-" + aggregate, frame));
    }

    private static String aggregateOf(Object event) {
        return switch (event) {
            case ChargePointEvent e -> e.station().toString();
            case StationCommandEvent e -> e.command().toString();
            case StationBookEvent e -> e.book().toString();
            case StationLogEvent e -> e.day().toString();
            case CertificateRequestEvent e -> e.request().toString();
            case AdmissionEvent e -> e.door().toString();
            case TokenEvent e -> e.token().toString();
            case TariffEvent e -> e.tariff().toString();
            case SessionEvent e -> e.session().toString();
            case BillEvent e -> e.bill().toString();
            case PaymentEvent e -> e.payment().toString();
            case PaymentMethodEvent e -> e.method().toString();
            case RefundEvent e -> "refunds/" + e.bill().value();
            case DunningEvent e -> "standing/" + e.member().value();
            case TopUpEvent e -> e.topUp().toString();
            case WalletEvent e -> e.wallet().toString();
            case NotificationEvent e -> "notification/" + e.notification();
            default -> throw new IllegalArgumentException("No aggregate for " + event);
        };
    }
}
