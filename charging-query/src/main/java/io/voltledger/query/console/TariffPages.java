package io.voltledger.query.console;

import io.voltledger.api.PageRequest;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDraftView;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffQuery.FindTariff;
import io.voltledger.api.tariff.TariffQuery.FindTariffDraft;
import io.voltledger.api.tariff.TariffQuery.ListTariffDrafts;
import io.voltledger.api.tariff.TariffQuery.ListTariffs;
import io.voltledger.api.tariff.TariffQuery.TariffDraftPage;
import io.voltledger.api.tariff.TariffQuery.TariffPage;
import io.voltledger.api.tariff.TariffView;
import io.voltledger.query.web.Questions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Tariffs in the console: all of them, and one with what can be done about it. */
@Controller
class TariffPages {

    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final Questions questions;
    private final TariffText text;

    TariffPages(Questions questions, TariffText text) {
        this.questions = questions;
        this.text = text;
    }

    @GetMapping("/tariffs")
    String tariffs(Model model) {
        list(model);
        return "console/tariffs";
    }

    @GetMapping("/console/tariffs")
    String listParts(Model model) {
        list(model);
        return "console/tariffs :: parts";
    }

    private void list(Model model) {
        model.addAttribute(
                "tariffs",
                TariffRow.of(
                        questions.answer(new ListTariffs(ALL), TariffPage.class).items(),
                        questions
                                .answer(new ListTariffDrafts(ALL), TariffDraftPage.class)
                                .items()));
    }

    /** A tariff that nobody has written yet is a page, too: it begins there. */
    @GetMapping("/tariffs/{id}")
    String tariff(@PathVariable TariffId id, @RequestParam(required = false) @Nullable Integer version, Model model) {
        fill(id, version, model);
        Optional<Tariff> begun = draft(id)
                .map(TariffDraftView::content)
                .or(() -> published(id, null).map(TariffView::content));
        model.addAttribute("text", begun.map(text::of).orElse(TariffText.BLANK));
        return "console/tariff";
    }

    @GetMapping("/tariffs/{id}/parts")
    String parts(@PathVariable TariffId id, @RequestParam(required = false) @Nullable Integer version, Model model) {
        fill(id, version, model);
        return "console/tariff :: parts";
    }

    private void fill(TariffId id, @Nullable Integer version, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        published(id, null).ifPresent(latest -> model.addAttribute("latest", latest));
        published(id, version).ifPresent(shown -> {
            model.addAttribute("shown", shown);
            model.addAttribute("words", TariffWords.of(shown.content()));
        });
        draft(id).ifPresent(draft -> {
            model.addAttribute("draft", draft);
            model.addAttribute("draftWords", TariffWords.of(draft.content()));
        });
    }

    private Optional<TariffView> published(TariffId id, @Nullable Integer version) {
        return questions.find(new FindTariff(id, version), TariffView.class);
    }

    private Optional<TariffDraftView> draft(TariffId id) {
        return questions.find(new FindTariffDraft(id), TariffDraftView.class);
    }
}
