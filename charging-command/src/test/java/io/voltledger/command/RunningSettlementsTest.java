package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentCommand.ConfirmPayment;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentEvent.PaymentSettlementProposed;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A payment that came too late and went back by hand. */
class RunningSettlementsTest extends RunningModule {

    private static final Money MUCH = Money.of(500_000, "KRW");
    private static final Money LITTLE = Money.of(50_000, "KRW");

    @Autowired
    private ProviderCalls calls;

    @Test
    void takesTwoPersonsWhereItIsMuch() throws Exception {
        PaymentId payment = late(new SessionId("CP-LATE:1"), MUCH);

        settle(payment, "kim").andExpect(status().isAccepted());
        assertThat(events(payment.toString(), PaymentSettled.class)).isEmpty();
        approve(payment, "kim")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("same-person"));
        approve(payment, "lee").andExpect(status().isAccepted());
        approve(payment, "lee").andExpect(status().isAccepted());

        assertThat(events(payment.toString(), PaymentSettled.class))
                .singleElement()
                .satisfies(settled -> {
                    assertThat(settled.amount()).isEqualTo(MUCH);
                    assertThat(settled.settlement().settledBy()).isEqualTo("kim");
                    assertThat(settled.approvedBy()).isEqualTo("lee");
                });
    }

    @Test
    void waitsForACallThatIsUnderWay() throws Exception {
        PaymentId payment = late(new SessionId("CP-LATE:2"), LITTLE);

        calls.begin(payment.value());
        settle(payment, "kim")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("call-under-way-conflict"))
                .andExpect(jsonPath("$.detail").value("Try again after 2026-11-21T02:01:30Z"));
        approve(payment, "lee").andExpect(status().isConflict());
        assertThat(events(payment.toString(), PaymentSettlementProposed.class)).isEmpty();

        calls.end(payment.value());
        settle(payment, "kim").andExpect(status().isAccepted());
        assertThat(events(payment.toString(), PaymentSettled.class)).hasSize(1);
    }

    private PaymentId late(SessionId session, Money amount) {
        BillId bill = BillId.of(session);
        PaymentId payment = PaymentId.of(bill, 1);
        commands.sendAndWait(new RequestPayment(
                payment, bill, session, new MemberId("M1"), null, amount, 1, new OrderId("order-late"), START));
        commands.sendAndWait(new AbandonPayment(payment, "nobody knows", START.plusSeconds(1)));
        commands.sendAndWait(new ConfirmPayment(payment, "pk-late", START.plusSeconds(2)));
        assertThat(events(payment.toString(), PaymentApprovedLate.class)).hasSize(1);
        return payment;
    }

    private ResultActions settle(PaymentId payment, String by) throws Exception {
        String wire =
                "{\"way\": \"BANK\", \"reference\": \"wire-7\", \"reason\": \"the card is gone\", \"by\": \"%s\"}";
        return http.perform(json(post("/api/payments/{id}/settlement", payment.value()), wire.formatted(by)));
    }

    private ResultActions approve(PaymentId payment, String by) throws Exception {
        return http.perform(json(
                post("/api/payments/{id}/settlement/approval", payment.value()), "{\"by\": \"%s\"}".formatted(by)));
    }
}
