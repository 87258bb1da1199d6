package io.voltledger.query.console;

import io.voltledger.api.admission.AdmissionQuery.FindStationSecurity;
import io.voltledger.api.admission.StationSecurityView;
import io.voltledger.api.chargepoint.ChargePointQuery.FindChargePoint;
import io.voltledger.api.chargepoint.ChargePointView;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessagePage;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.query.chargepoint.MessageFilter;
import io.voltledger.query.chargepoint.MessageLogs;
import io.voltledger.query.web.Questions;
import io.voltledger.runtime.ResourceNotFound;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The console's page of one station: what it is, and what it and the gateways said to each other. */
@Controller
class StationPage {

    private static final int MESSAGES = 50;

    private final Questions questions;
    private final MessageLogs logs;
    private final AtTheDoor door;

    StationPage(Questions questions, MessageLogs logs, AtTheDoor door) {
        this.questions = questions;
        this.logs = logs;
        this.door = door;
    }

    @ModelAttribute
    void words(Model model) {
        model.addAttribute("directions", Direction.values());
        model.addAttribute("outcomes", Outcome.values());
    }

    @GetMapping("/stations/{id}")
    String station(
            @PathVariable StationId id,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute(
                "view", questions.get(new FindChargePoint(id), ChargePointView.class, "charge point " + id.value()));
        questions
                .find(new FindStationSecurity(id), StationSecurityView.class)
                .ifPresent(security -> model.addAttribute("security", security));
        model.addAttribute("refused", door.refused(id));
        MessageFilter filter = new MessageFilter(null, null, action, direction, outcome);
        model.addAttribute("filter", filter);
        Optional<StationMessagePage> messages = messages(id, filter, cursor);
        model.addAttribute("messages", messages.orElseGet(() -> new StationMessagePage(List.of(), null)));
        model.addAttribute("away", messages.isEmpty());
        return "console/station";
    }

    /** Empty where no gateway answers. */
    private Optional<StationMessagePage> messages(StationId id, MessageFilter filter, @Nullable String cursor) {
        try {
            return Optional.of(logs.page(id, filter, MESSAGES, cursor));
        } catch (NoHandlerForQueryException away) {
            return Optional.empty();
        }
    }

    @ExceptionHandler(ResourceNotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound(ResourceNotFound failure, Model model) {
        model.addAttribute("message", failure.getMessage());
        return "console/missing";
    }
}
