package io.voltledger.command.billing;

import io.voltledger.api.billing.BillCommand.RequestBillPayment;
import io.voltledger.api.billing.BillId;
import io.voltledger.command.Operators;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    /** Tries to take the money again now; what comes of it is seen on the bill. */
    @PostMapping("/{bill}/payment-requests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> requestPayment(@PathVariable String bill) {
        BillId id = new BillId(bill);
        operators.send(new RequestBillPayment(id, clock.instant()));
        return Map.of("bill", id.value());
    }
}
