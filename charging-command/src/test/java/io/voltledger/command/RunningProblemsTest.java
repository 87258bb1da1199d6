package io.voltledger.command;

import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;

/** What a caller is told where a request is wrong. */
class RunningProblemsTest extends RunningModule {

    @Test
    void namesWhatIsWrongInProblems() throws Exception {
        http.perform(json(post("/api/charge-points"), "{\"id\": \" \", \"name\": \"x\", \"zone\": \"UTC\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code", is("invalid-request")));
        http.perform(json(put("/api/charge-points/NOWHERE/tariff"), "{\"tariff\": \"t\"}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code", is("not-found")));
        http.perform(
                        json(
                                post("/api/tariffs/bad/versions"),
                                "{\"name\": \"bad\", \"currency\": \"EUR\", \"zone\": \"UTC\", \"taxIncluded\": false, \"elements\": []}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code", is("tariff-invalid")));
        issueToken("ONCE").andExpect(status().isCreated());
        http.perform(json(post("/api/tokens"), "{\"id\": \"once\", \"member\": \"OTHER\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code", is("already-exists")));
    }
}
