package io.voltledger.query.console;

import io.voltledger.api.PageRequest;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillQuery.BillPage;
import io.voltledger.api.billing.BillQuery.CreditNotePage;
import io.voltledger.api.billing.BillQuery.FindBill;
import io.voltledger.api.billing.BillQuery.ListBills;
import io.voltledger.api.billing.BillQuery.ListCreditNotes;
import io.voltledger.api.billing.BillState;
import io.voltledger.api.billing.BillView;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentQuery.ListPayments;
import io.voltledger.api.payment.PaymentQuery.PaymentPage;
import io.voltledger.api.refund.RefundQuery.ListRefunds;
import io.voltledger.api.refund.RefundQuery.RefundPage;
import io.voltledger.api.refund.RefundView;
import io.voltledger.query.web.Questions;
import io.voltledger.runtime.ResourceNotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Bills and credit notes in the console. */
@Controller
class BillPages {

    private static final int ROWS = 50;
    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final Questions questions;

    BillPages(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/bills")
    String bills(
            @RequestParam(required = false) @Nullable BillState state,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("states", BillState.values());
        model.addAttribute("state", state);
        model.addAttribute("member", member);
        model.addAttribute(
                "page",
                questions.answer(
                        new ListBills(state, memberOf(member), new PageRequest(ROWS, cursor)), BillPage.class));
        return "console/bills";
    }

    @GetMapping("/credit-notes")
    String creditNotes(
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("member", member);
        model.addAttribute(
                "page",
                questions.answer(
                        new ListCreditNotes(memberOf(member), new PageRequest(ROWS, cursor)), CreditNotePage.class));
        return "console/credit-notes";
    }

    @GetMapping("/bills/{id}")
    String bill(@PathVariable BillId id, Model model) {
        fill(id, model);
        return "console/bill";
    }

    /** What of the page moves. */
    @GetMapping("/bills/{id}/parts")
    String parts(@PathVariable BillId id, Model model) {
        fill(id, model);
        return "console/bill :: parts";
    }

    @ExceptionHandler(ResourceNotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound(ResourceNotFound failure, Model model) {
        model.addAttribute("message", failure.getMessage());
        return "console/missing";
    }

    private void fill(BillId id, Model model) {
        BillView bill = questions.get(new FindBill(id), BillView.class, "bill " + id.value());
        List<RefundView> refunds = questions
                .answer(new ListRefunds(id, null, ALL), RefundPage.class)
                .items();
        model.addAttribute("bill", bill);
        model.addAttribute("refunds", refunds);
        OwedBack.of(bill, refunds).ifPresent(amount -> model.addAttribute("owedBack", amount));
        model.addAttribute(
                "attempts",
                questions
                        .answer(new ListPayments(id, null, null, ALL), PaymentPage.class)
                        .items());
    }

    private static @Nullable MemberId memberOf(@Nullable String member) {
        return member == null || member.isBlank() ? null : new MemberId(member.strip());
    }
}
