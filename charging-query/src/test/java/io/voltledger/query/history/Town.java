package io.voltledger.query.history;

import io.voltledger.api.Money;
import io.voltledger.api.chargepoint.BootReport;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointBooted;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointConnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointDisconnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.ChargePointEvent.ConnectorStatusChanged;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffEvent.TariffDrafted;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenEvent.TokenIssued;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The things that are there before anybody charges: a tariff, stations, members with tokens, cards and points. */
public final class Town {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final TariffId STANDARD = new TariffId("standard");
    static final BigDecimal PRICE = new BigDecimal("292");
    static final BigDecimal VAT = new BigDecimal("10");

    private final History history;

    public Town(History history) {
        this.history = history;
    }

    static FrozenTariff tariff() {
        return new FrozenTariff(STANDARD, 1, content("Standard"));
    }

    public void tariff(Instant at) {
        history.operator(at, new TariffVersionPublished(STANDARD, 1, content("Standard"), at));
        history.operator(at, new TariffDrafted(STANDARD, content("Standard, next year"), at));
    }

    public StationId station(String id, String name, Instant at) {
        StationId station = new StationId(id);
        history.operator(at, new ChargePointRegistered(station, name, SEOUL, STANDARD, at));
        history.station(
                at.plusSeconds(60),
                id,
                new ChargePointConnected(station, "node-1", "socket-" + id, "ocpp1.6", at.plusSeconds(60)));
        BootReport boot =
                new BootReport("Voltmakers", "Wallbox 22", "SN-" + id, "1.8.2", null, null, "Landis", "M-" + id, null);
        history.station(
                at.plusSeconds(61), id, new ChargePointBooted(station, boot, history.receipt(at.plusSeconds(61))));
        return station;
    }

    public void status(StationId station, int connector, ConnectorStatus status, @Nullable String error, Instant at) {
        StatusReport report = new StatusReport(status, status.name(), error, null, null, at);
        history.station(
                at,
                station.value(),
                new ConnectorStatusChanged(station, new ConnectorId(connector), report, history.receipt(at)));
    }

    public void offline(StationId station, Instant at) {
        history.station(
                at,
                station.value(),
                new ChargePointDisconnected(station, "socket-" + station.value(), "connection lost", at));
    }

    public Driver driver(String member, String token, long points, Instant at) {
        Driver driver = new Driver(new MemberId(member), new IdToken(token), new PaymentMethodId("card-" + member));
        history.operator(at, new TokenIssued(driver.token(), driver.member(), null, null, at));
        history.operator(
                at,
                new PaymentMethodRegistered(driver.card(), driver.member(), "Hanbit Card", "4330-****-****-123*", at));
        if (points > 0) {
            Money amount = Money.of(points, "KRW");
            LedgerEntry entry = LedgerEntry.of("points:issued", "member:" + member + ":available", amount);
            history.operator(
                    at,
                    new FundsCredited(WalletId.of(driver.member()), "welcome", amount, CreditSource.POINTS, entry, at));
        }
        return driver;
    }

    private static Tariff content(String name) {
        PriceComponent energy = new PriceComponent(TariffDimension.ENERGY, PRICE, VAT, 1);
        return new Tariff(
                name,
                Currency.getInstance("KRW"),
                SEOUL,
                false,
                List.of(new TariffElement(List.of(energy), null)),
                null,
                null);
    }

    /** Who charges. */
    public record Driver(MemberId member, IdToken token, PaymentMethodId card) {}
}
