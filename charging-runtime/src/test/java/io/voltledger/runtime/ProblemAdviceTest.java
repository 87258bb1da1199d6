package io.voltledger.runtime;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    @Test
    void namesARefusalByItsCode() throws Exception {
        expect("station-offline", 409, "station-offline");
    }

    @Test
    void findsTheRefusalWithinAFailedFuture() throws Exception {
        ResultActions answer = http.perform(get("/later"));
        http.perform(MockMvcRequestBuilders.asyncDispatch(answer.andReturn()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-exists"));
    }

    @Test
    void answersNotFoundForWhatIsNotThere() throws Exception {
        expect("missing", 404, "not-found");
    }

    @Test
    void answersUnprocessableForAnyOtherRefusal() throws Exception {
        expect("tariff-invalid", 422, "tariff-invalid");
    }

    @Test
    void answersUnavailableWhileAPartIsAway() throws Exception {
        expect("away", 503, "unavailable");
    }

    @Test
    void hidesWhatWentWrongInside() throws Exception {
        expect("bug", 500, "internal-error")
                .andExpect(jsonPath("$.detail").value("Unexpected failure; the log of this server has the cause."));
    }

    @Test
    void answersBadRequestForABodyThatIsNoJson() throws Exception {
        http.perform(post("/").contentType(MediaType.APPLICATION_JSON).content("{"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:voltledger:problem:invalid-request"));
    }

    private ResultActions expect(String failure, int status, String code) throws Exception {
        return http.perform(get("/" + failure))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.type").value("urn:voltledger:problem:" + code));
    }

    @RestController
    static class Failing {

        @GetMapping("/{failure}")
        String fail(@PathVariable String failure) {
            throw switch (failure) {
                case "missing" -> new ResourceNotFound("bill CP-1:42");
                case "away" -> new NoHandlerForCommandException("No Handler for command: X");
                case "bug" -> new IllegalStateException("a secret of the inside");
                default -> new CommandRejected(failure, "because");
            };
        }

        @GetMapping("/later")
        CompletableFuture<String> failLater() {
            return CompletableFuture.failedFuture(new CommandRejected("already-exists", "because"));
        }

        @PostMapping("/")
        Map<String, Object> read(@RequestBody Map<String, Object> body) {
            return body;
        }
    }
}
