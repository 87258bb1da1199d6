package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillCommand.ReleaseBill;
import io.voltledger.api.billing.BillCommand.RequestBillPayment;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators and drivers ask of bills. */
@RestController
@RequestMapping("/api/bills")
class BillCommandController {

    private final Operators operators;
    private final Clock clock;

    BillCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /**
     * A person's word on a parked bill.
     *
     * @param tariff where the session has none, or another is to hold
     * @param member who pays, where the session does not tell
     */
    record Release(
            @NotBlank @Size(max = 200) String reason,
            @Nullable TariffId tariff,
            @Nullable MemberId member) {}

    /**
     * What is taken back.
     *
     * @param line whose VAT rate holds, from 0; absent for the first
     * @param amount with tax
     */
    record Credit(
            @Nullable Integer line,
            @NotNull Money amount,
            @NotBlank @Size(max = 200) String reason) {}

    /** Lets a parked bill be charged. */
    @PostMapping("/{bill}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String bill, @Valid @RequestBody Release release) {
        operators.send(new ReleaseBill(
                new BillId(bill), release.reason(), release.tariff(), release.member(), clock.instant()));
    }

    /** Takes a part of a bill back; whoever names the credit note may repeat the request. */
    @PutMapping("/{bill}/credit-notes/{creditNote}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void credit(@PathVariable String bill, @PathVariable String creditNote, @Valid @RequestBody Credit credit) {
        operators.send(new IssueCreditNote(
                new BillId(bill),
                new CreditNoteId(creditNote),
                credit.line(),
                credit.amount(),
                credit.reason(),
                clock.instant()));
    }

    /** Tries to take the money again now; what comes of it is seen on the bill. */
    @PostMapping("/{bill}/payment-requests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> requestPayment(@PathVariable String bill) {
        BillId id = new BillId(bill);
        operators.send(new RequestBillPayment(id, clock.instant()));
        return Map.of("bill", id.value());
    }
}
