package io.voltledger.query.console;

import io.voltledger.api.PageRequest;
import io.voltledger.query.operations.DeadLetters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What cannot go on by itself, in the console. */
@Controller
class DeadLetterPages {

    private static final int ROWS = 50;

    private final DeadLetters letters;

    DeadLetterPages(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping("/dead-letters")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        fill(cursor, model);
        return "console/dead-letters";
    }

    /** What of the page moves. */
    @GetMapping("/dead-letters/parts")
    String parts(@RequestParam(required = false) @Nullable String cursor, Model model) {
        fill(cursor, model);
        return "console/dead-letters :: parts";
    }

    private void fill(@Nullable String cursor, Model model) {
        model.addAttribute("cursor", cursor);
        model.addAttribute("page", letters.list(new PageRequest(ROWS, cursor)));
    }
}
