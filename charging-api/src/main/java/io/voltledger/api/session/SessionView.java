package io.voltledger.api.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillState;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentState;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session, running or stopped, with what became of its bill.
 *
 * @param energy drawn so far, or in all
 * @param power in W, as last read
 * @param cost so far, as the readings said; the bill has the last word
 * @param orphan whether the platform learned of it by a reading or a stop only
 * @param anomalies what looked odd, in the order it came
 * @param reviewReasons why a person must look before it is billed
 * @param bill state of its bill; absent before there is one
 * @param billTotal what the bill asks for
 * @param payment state of the latest attempt to take money
 */
public record SessionView(
        SessionId id,
        StationId station,
        ConnectorId connector,
        @Nullable IdToken token,
        @Nullable MemberId member,
        AuthorizationStatus authorization,
        SessionState state,
        @Nullable ChargingState charging,
        Energy energy,
        @Nullable BigDecimal power,
        @Nullable Money cost,
        @Nullable Energy meterStart,
        @Nullable Energy meterStop,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable String stopReason,
        @Nullable TariffId tariff,
        @Nullable Integer tariffVersion,
        boolean orphan,
        List<Anomaly> anomalies,
        List<String> reviewReasons,
        @Nullable BillState bill,
        @Nullable Money billTotal,
        @Nullable PaymentState payment,
        Instant updatedAt) {

    /** The OCPP transaction id, which is a part of the session's. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String transaction() {
        return id.transaction();
    }
}
