package io.voltledger.query.console;

import io.voltledger.api.PageRequest;
import io.voltledger.api.audit.AuditQuery.AuditPage;
import io.voltledger.api.audit.AuditQuery.ListSessionEvents;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillQuery.BillPage;
import io.voltledger.api.billing.BillQuery.FindBill;
import io.voltledger.api.billing.BillQuery.ListBills;
import io.voltledger.api.billing.BillState;
import io.voltledger.api.billing.BillView;
import io.voltledger.api.chargepoint.ChargePointQuery.ChargePointPage;
import io.voltledger.api.chargepoint.ChargePointQuery.ListChargePoints;
import io.voltledger.api.dunning.DunningQuery.DunningPage;
import io.voltledger.api.dunning.DunningQuery.ListDunning;
import io.voltledger.api.notification.NotificationQuery.ListNotifications;
import io.voltledger.api.notification.NotificationQuery.NotificationPage;
import io.voltledger.api.payment.PaymentQuery.ListPayments;
import io.voltledger.api.payment.PaymentQuery.PaymentPage;
import io.voltledger.api.refund.RefundQuery.ListRefunds;
import io.voltledger.api.refund.RefundQuery.RefundPage;
import io.voltledger.api.refund.RefundState;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionQuery.FindSession;
import io.voltledger.api.session.SessionQuery.ListReadings;
import io.voltledger.api.session.SessionQuery.ListSessions;
import io.voltledger.api.session.SessionQuery.SessionCurve;
import io.voltledger.api.session.SessionQuery.SessionPage;
import io.voltledger.api.session.SessionState;
import io.voltledger.api.session.SessionView;
import io.voltledger.query.web.Questions;
import io.voltledger.runtime.ResourceNotFound;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The console's pages, and the parts of them that the browser asks for again. */
@Controller
class ConsoleController {

    private static final PageRequest RECENT = new PageRequest(12, null);
    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final Questions questions;
    private final Overview overview;
    private final AtTheDoor door;

    ConsoleController(Questions questions, Overview overview, AtTheDoor door) {
        this.questions = questions;
        this.overview = overview;
        this.door = door;
    }

    @GetMapping("/")
    String home(Model model) {
        fill(model);
        model.addAttribute(
                "live",
                questions
                        .answer(sessions(SessionState.ACTIVE, ALL), SessionPage.class)
                        .items());
        return "console/home";
    }

    /** All that the home page shows except live sessions, which move by themselves. */
    @GetMapping("/console/parts")
    String parts(Model model) {
        fill(model);
        return "console/parts";
    }

    @GetMapping("/sessions/{id}")
    String session(@PathVariable SessionId id, Model model) {
        SessionView session = questions.get(new FindSession(id), SessionView.class, "session " + id.value());
        model.addAttribute("view", session);
        model.addAttribute(
                "curve",
                Curve.of(
                        questions
                                .answer(new ListReadings(id), SessionCurve.class)
                                .items(),
                        session.startedAt()));
        questions.find(new FindBill(BillId.of(id)), BillView.class).ifPresent(bill -> model.addAttribute("bill", bill));
        model.addAttribute(
                "payments",
                questions
                        .answer(new ListPayments(BillId.of(id), null, null, ALL), PaymentPage.class)
                        .items());
        model.addAttribute(
                "events",
                questions
                        .answer(new ListSessionEvents(id, ALL), AuditPage.class)
                        .items());
        return "console/session";
    }

    @ExceptionHandler(ResourceNotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound(ResourceNotFound failure, Model model) {
        model.addAttribute("message", failure.getMessage());
        return "console/missing";
    }

    private void fill(Model model) {
        model.addAttribute("numbers", overview.numbers());
        model.addAttribute("waiting", door.waiting());
        model.addAttribute("refused", door.refused(null));
        model.addAttribute(
                "stations",
                questions
                        .answer(new ListChargePoints(null, ALL), ChargePointPage.class)
                        .items());
        model.addAttribute(
                "recent",
                questions.answer(sessions(null, RECENT), SessionPage.class).items());
        model.addAttribute(
                "payments",
                questions
                        .answer(new ListPayments(null, null, null, RECENT), PaymentPage.class)
                        .items());
        model.addAttribute(
                "attention",
                Stream.of(BillState.OVERDUE, BillState.PARKED)
                        .flatMap(state ->
                                questions.answer(new ListBills(state, null, RECENT), BillPage.class).items().stream())
                        .toList());
        model.addAttribute(
                "dunning",
                questions
                        .answer(new ListDunning(null, null, RECENT), DunningPage.class)
                        .items());
        model.addAttribute(
                "refunds",
                Stream.of(RefundState.WAITING_FOR_APPROVAL, RefundState.FAILED)
                        .flatMap(state ->
                                questions
                                        .answer(new ListRefunds(null, state, RECENT), RefundPage.class)
                                        .items()
                                        .stream())
                        .toList());
        model.addAttribute(
                "notifications",
                questions
                        .answer(new ListNotifications(null, null, null, RECENT), NotificationPage.class)
                        .items());
    }

    private static ListSessions sessions(@org.jspecify.annotations.Nullable SessionState state, PageRequest page) {
        return new ListSessions(null, null, state, null, null, null, null, page);
    }
}
